package io.github.cffi4j.compiler.module;

import io.github.cffi4j.compiler.compile.LinkedLibrary;
import io.github.cffi4j.compiler.compile.ScratchFolder;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The library that the module's own tests load. They have no classifier jar yet: they find this machine's library among the
 * test classes.
 */
record TestLibrary(String library, Path testClasses) {

    void offer(List<LinkedLibrary> libraries) throws IOException {
        Optional<Platform> host = Host.current().detected();
        for (LinkedLibrary linked : libraries) {
            if (host.equals(Optional.of(linked.platform()))) {
                Path file = testClasses.resolve(linked.platform().resourcePath(library));
                if (!Files.isRegularFile(file) || Files.mismatch(file, linked.file()) >= 0) {
                    Files.createDirectories(file.getParent());
                    try (ScratchFolder scratch = ScratchFolder.beside(testClasses)) {
                        ScratchFolder.move(
                                Files.copy(linked.file(), scratch.path().resolve(file.getFileName())), file);
                    }
                }
            }
        }
    }
}
