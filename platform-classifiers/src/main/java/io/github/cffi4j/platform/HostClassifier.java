package io.github.cffi4j.platform;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What the classifier of a machine is, or would be, in the one spelling that os-maven-plugin has for the many of JVMs.
 *
 * <p>A program's start asks for no more than this, so it is one class that needs no table, no regular expression and no enum:
 * each class more costs a JVM that has just started a third of a millisecond.
 */
public final class HostClassifier {
    private HostClassifier() {}

    /**
     * That of the machine this process runs on, such as {@code linux-x86_64-musl}; also where cffi4j has no platform for it.
     */
    public static String current() {
        String os = os(System.getProperty("os.name"));
        String architecture = architecture(System.getProperty("os.arch"));
        return of(os, architecture, os.equals("linux") && isMusl(beginning("/proc/self/exe")));
    }

    /** The classifier of a system and an architecture, both as classifiers have them. */
    static String of(String os, String architecture, boolean musl) {
        return os + "-" + architecture + (musl ? "-musl" : "");
    }

    /**
     * Whether this process runs on musl.
     *
     * @param program the beginning of the running program. An ELF file names its loader there, which is part of the C library;
     *     where it does not (it may be the loader itself), the memory map tells, which takes a millisecond to read
     */
    static boolean isMusl(String program) {
        boolean glibc = program.contains("/ld-linux") || program.contains("/ld64.so");
        return !glibc && (program.contains("/ld-musl-") || ProcessMappings.containMusl(ProcessMappings.read()));
    }

    private static String beginning(String file) {
        try (FileInputStream stream = new FileInputStream(file)) {
            return new String(stream.readNBytes(1024), StandardCharsets.ISO_8859_1);
        } catch (IOException | SecurityException e) {
            return "";
        }
    }

    /** The part for {@code os.name}, such as {@code osx} for {@code Mac OS X}. */
    static String os(String osName) {
        String plain = plain(osName);
        if (plain.startsWith("mac") || plain.startsWith("osx") || plain.startsWith("darwin")) {
            return "osx";
        }
        for (String os : new String[] {"linux", "windows", "freebsd"}) {
            if (plain.startsWith(os)) {
                return os;
            }
        }
        return plain;
    }

    /** The part for {@code os.arch}, such as {@code x86_64} for {@code amd64}. */
    static String architecture(String osArch) {
        String plain = plain(osArch);
        return switch (plain) {
            case "x8664", "amd64", "x64" -> "x86_64";
            case "aarch64", "arm64" -> "aarch_64";
            case "ppc64le", "ppcle64" -> "ppcle_64";
            case "ppc64" -> "ppc_64";
            case "s390x", "s39064" -> "s390_64";
            case "arm", "arm32" -> "arm_32";
            case "x86", "i386", "i486", "i586", "i686", "x8632" -> "x86_32";
            case "loongarch64" -> "loongarch_64";
            default -> plain;
        };
    }

    private static String plain(String name) {
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
