package io.github.cffi4j.platform;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The classifier of a machine in the one spelling that os-maven-plugin has for the many of JVMs.
 *
 * <p>A program's start asks for no more than this. On the common machines it is one class that needs no table, no regular
 * expression and no enum: each class more costs a JVM that has just started a third of a millisecond. The table tells the others.
 */
public final class HostClassifier {
    private HostClassifier() {}

    /**
     * Returns the classifier of the machine that this process runs on, such as {@code linux-x86_64-musl}; also where cffi4j has no platform for it.
     */
    public static String current() {
        String os = os(System.getProperty("os.name"));
        String architecture = architecture(System.getProperty("os.arch"));
        return of(os, architecture, os.equals("linux") && isMusl());
    }

    /** The classifier of a system and an architecture, both as classifiers have them. */
    static String of(String os, String architecture, boolean musl) {
        return os + "-" + architecture + (musl ? "-musl" : "");
    }

    /** An ELF program names its loader, which is part of the C library. Else the memory map tells, a millisecond later. */
    private static boolean isMusl() {
        try (FileInputStream program = new FileInputStream("/proc/self/exe")) {
            String loader = loader(new String(program.readNBytes(1024), StandardCharsets.ISO_8859_1));
            // Musl is sometimes installed under glibc's name, as a link.
            if (!loader.isEmpty() && isGlibc(new File(loader).getCanonicalPath())) {
                return false;
            }
        } catch (IOException | SecurityException e) {
            // The program may be executed and not read.
        }
        return ProcessMappings.containMusl(ProcessMappings.read());
    }

    /** The path of the loader that the beginning of a program names; empty if it names none there. */
    static String loader(String program) {
        int name = program.indexOf("/ld");
        int start = program.lastIndexOf('\0', name) + 1;
        int end = program.indexOf('\0', name);
        return name < 0 || end < 0 ? "" : program.substring(start, end);
    }

    /** Returns true if this is glibc's loader: {@code ld-linux-x86-64.so.2}, {@code ld64.so.2}, {@code ld-2.31.so}. */
    static boolean isGlibc(String loader) {
        String name = loader.substring(loader.lastIndexOf('/') + 1);
        return name.startsWith("ld-linux") || name.startsWith("ld64.so") || name.startsWith("ld-2.");
    }

    /** The part for {@code os.name}, such as {@code osx} for {@code Mac OS X}. */
    static String os(String osName) {
        String plain = plain(osName);
        if (plain.startsWith("linux")) {
            return "linux";
        } else if (plain.startsWith("windows")) {
            return "windows";
        } else if (plain.startsWith("mac")) {
            return "osx";
        }
        return OperatingSystem.ofPlainName(plain)
                .map(OperatingSystem::classifier)
                .orElse(plain);
    }

    /** The part for {@code os.arch}, such as {@code x86_64} for {@code amd64}. */
    static String architecture(String osArch) {
        String plain = plain(osArch);
        return switch (plain) {
            case "amd64", "x8664" -> "x86_64";
            case "aarch64" -> "aarch_64";
            // os-maven-plugin's names of what cffi4j has no row for.
            case "ppc64" -> "ppc_64";
            default ->
                Architecture.ofPlainName(plain).map(Architecture::classifier).orElse(plain);
        };
    }

    /** A name in lower case, without all but letters and digits. */
    static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
