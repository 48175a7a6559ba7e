package io.github.cffi4j.platform;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The files mapped into this process, as Linux lists them. What is mapped is what runs; os-release is only a claim. */
final class ProcessMappings {
    private ProcessMappings() {}

    /** The list; empty on systems without it, or where it may not be read. */
    static String read() {
        try (FileInputStream stream = new FileInputStream("/proc/self/maps")) {
            // File names are bytes of any encoding.
            return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException | SecurityException e) {
            return "";
        }
    }

    /**
     * Returns true if the process runs on musl, whose loader and C library are one file. Quick in a JVM that has just started.
     *
     * <p>Alpine has it as ld-musl-x86_64.so.1. Where that is a link to libc.so, as musl itself installs it and Debian, Void and
     * OpenWrt have it, the kernel lists the latter. Glibc's file of that name is text for linkers and never mapped.
     */
    static boolean containMusl(String mappings) {
        return containFile(mappings, "/ld-musl-")
                || containFile(mappings, "/libc.musl-")
                || mappings.contains("/libc.so\n")
                || mappings.endsWith("/libc.so");
    }

    /** The path of the mapped glibc. */
    static Optional<String> glibc(String mappings) {
        return mappings.lines()
                .filter(line ->
                        fileName(line).equals("libc.so.6") || fileName(line).matches("libc-2\\.\\d+\\.so"))
                .map(line -> line.substring(line.indexOf('/')))
                .findFirst();
    }

    /** From the end, since the kernel maps the program's loader first, at the highest address. */
    private static boolean containFile(String mappings, String start) {
        int at = mappings.lastIndexOf(start);
        while (at >= 0 && continuesWithFolder(mappings, at + 1)) {
            at = mappings.lastIndexOf(start, at - 1);
        }
        return at >= 0;
    }

    private static boolean continuesWithFolder(String mappings, int from) {
        int slash = mappings.indexOf('/', from);
        int end = mappings.indexOf('\n', from);
        return slash >= 0 && (end < 0 || slash < end);
    }

    private static String fileName(String line) {
        return line.indexOf('/') < 0 ? "" : line.substring(line.lastIndexOf('/') + 1);
    }
}
