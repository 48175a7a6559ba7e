package io.github.cffi4j.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files mapped into this process, as Linux lists them. What is mapped is what runs; os-release is only a claim. */
final class ProcessMappings {
    private static final Path OWN = Path.of("/proc/self/maps");

    private ProcessMappings() {}

    /** The lines of the list; none on systems without it, or where it may not be read. */
    static List<String> read() {
        try {
            // File names are bytes of any encoding.
            return Files.readAllLines(OWN, StandardCharsets.ISO_8859_1);
        } catch (IOException | SecurityException e) {
            return List.of();
        }
    }

    /** Whether the process runs on musl, whose loader and C library are one file. */
    static boolean containMusl(List<String> mappings) {
        return mappings.stream()
                .map(ProcessMappings::fileName)
                .anyMatch(name -> name.startsWith("ld-musl-") || name.startsWith("libc.musl-"));
    }

    /** The path of the mapped glibc. */
    static Optional<String> glibc(List<String> mappings) {
        return mappings.stream()
                .filter(line ->
                        fileName(line).equals("libc.so.6") || fileName(line).matches("libc-2\\.\\d+\\.so"))
                .map(line -> line.substring(line.indexOf('/')))
                .findFirst();
    }

    private static String fileName(String line) {
        return line.indexOf('/') < 0 ? "" : line.substring(line.lastIndexOf('/') + 1);
    }
}
