package io.github.cffi4j.compiler.module;

import io.github.cffi4j.compiler.compile.LinkedLibrary;
import io.github.cffi4j.compiler.pack.PinnedLibraries;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.sbom.BomWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files of the main jar about native code: the pinned hashes of the native jars, if there are any, and a bill of materials. */
record MainJarFiles(FfiProject project, ModuleRelease release) {

    void write(List<LinkedLibrary> libraries) throws IOException, InterruptedException {
        Path classes = project.layout().classes();
        if (!libraries.isEmpty()) {
            PinnedLibraries.write(classes, project.library(), release.coordinates(), project.bindings(), libraries);
        }
        BomWriter bom = release.bom(project.library(), project.compiler().get());
        Path file = classes.resolve(bom.module().bomPath(Optional.empty()));
        String text = bom.ofMainJar(libraries, NeededLibraries.of(project, Set.copyOf(project.platforms())));
        // Written anew only if it is another one, so that an unchanged module is not packed again.
        if (!Files.isRegularFile(file) || !Files.readString(file).equals(text)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }
}
