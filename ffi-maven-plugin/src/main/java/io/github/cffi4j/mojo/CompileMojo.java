package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.compile.LinkedLibrary;
import io.github.cffi4j.compiler.compile.ScratchFolder;
import io.github.cffi4j.compiler.module.LibraryName;
import io.github.cffi4j.compiler.module.LibraryTable;
import io.github.cffi4j.compiler.pack.PinnedLibraries;
import io.github.cffi4j.compiler.project.BuiltLibrary;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.project.LibraryBuilder;
import io.github.cffi4j.compiler.sbom.BomWriter;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Compiles and links the library of each platform, and pins their hashes in the main jar. */
// In the phase "compile", so that "mvn compile exec:java" and a sibling's "mvn compile" find what the loader asks for.
@Mojo(name = "compile", defaultPhase = LifecyclePhase.COMPILE, threadSafe = true)
public class CompileMojo extends AbstractFfiMojo {
    /** More are in a file: other people's C may have thousands. */
    private static final int WARNINGS_SHOWN = 20;

    @Override
    void run() throws Exception {
        FfiProject project = ffiProject();
        LibraryTable table = new LibraryTable(project.platforms(), library());
        LibraryBuilder builder = new LibraryBuilder(project);
        warn(builder.leftOut());
        List<BuiltLibrary> built = builder.build(library -> getLog().info(table.row(library)));
        tell(builder.warnings());
        if (built.isEmpty()) {
            getLog().warn("nothing to compile: there is no cdef below "
                    + project.layout().cdefs() + ", and no C source below "
                    + project.layout().sources().stream()
                            .map(root -> root.folder().toString())
                            .collect(Collectors.joining(", ")));
            return;
        }
        List<LinkedLibrary> libraries =
                built.stream().map(BuiltLibrary::library).toList();
        String artifact = String.join(
                ":",
                mavenProject().getGroupId(),
                mavenProject().getArtifactId(),
                mavenProject().getVersion());
        PinnedLibraries.write(project.layout().classes(), library(), artifact, project.bindings(), libraries);
        BomWriter bom = bomWriter(project.compiler().get());
        Path file = project.layout().classes().resolve(bom.module().bomPath(Optional.empty()));
        String text = bom.ofMainJar(libraries);
        // Written anew only if it is another one, so that an unchanged module is not packed again.
        if (!Files.isRegularFile(file) || !Files.readString(file).equals(text)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        offerToTests(libraries);
    }

    private void warn(List<Path> leftOut) {
        if (!leftOut.isEmpty()) {
            getLog().warn("left out, since they are not compiled for every platform: "
                    + leftOut.stream().map(Path::toString).collect(Collectors.joining(", "))
                    + "; compiled are C, C++ and assembly (" + String.join(" ", LibraryBuilder.suffixes())
                    + "); fix: rename them, or name them in <excludes>");
        }
        if (LibraryName.prefixed(library())) {
            getLog().warn("the library is called '" + library() + "', so its files are lib" + library()
                    + ".so and the like; <library>" + library().substring("lib".length())
                    + "</library> leaves the prefix to the platforms");
        }
    }

    private void tell(List<String> warnings) throws IOException {
        warnings.stream().limit(WARNINGS_SHOWN).forEach(getLog()::warn);
        if (warnings.size() > WARNINGS_SHOWN) {
            Path file = work().resolve("warnings.txt");
            ScratchFolder.write(file, file, String.join("\n", warnings) + "\n");
            getLog().warn((warnings.size() - WARNINGS_SHOWN) + " more warnings of the C compilers are in " + file);
        }
    }

    /** The module's own tests have no classifier jar yet: they find this machine's library among the test classes. */
    private void offerToTests(List<LinkedLibrary> libraries) throws IOException {
        Optional<Platform> host = Host.current().detected();
        for (LinkedLibrary linked : libraries) {
            if (host.equals(Optional.of(linked.platform()))) {
                Path root = Path.of(mavenProject().getBuild().getTestOutputDirectory());
                Path file = root.resolve(linked.platform().resourcePath(library()));
                if (!Files.isRegularFile(file) || Files.mismatch(file, linked.file()) >= 0) {
                    Files.createDirectories(file.getParent());
                    try (ScratchFolder scratch = ScratchFolder.beside(root)) {
                        ScratchFolder.move(
                                Files.copy(linked.file(), scratch.path().resolve(file.getFileName())), file);
                    }
                }
            }
        }
    }
}
