package io.github.cffi4j.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes values for {@code PATH}. */
final class SearchPaths {

    private SearchPaths() {}

    /**
     * This process's PATH without some programs: a folder that has one of them is stood in for by one with links to all the
     * others.
     *
     * @param folder an empty folder for the links
     */
    static String without(Set<String> programs, Path folder) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getenv("PATH").split(File.pathSeparator)) {
            Path original = Path.of(entry);
            if (programs.stream().noneMatch(program -> Files.exists(original.resolve(program)))) {
                entries.add(entry);
                continue;
            }
            Path links = Files.createDirectory(folder.resolve("path-" + entries.size()));
            try (Stream<Path> files = Files.list(original)) {
                for (Path file : files.toList()) {
                    if (!programs.contains(file.getFileName().toString())) {
                        Files.createSymbolicLink(links.resolve(file.getFileName()), file);
                    }
                }
            }
            entries.add(links.toString());
        }
        return String.join(File.pathSeparator, entries);
    }
}
