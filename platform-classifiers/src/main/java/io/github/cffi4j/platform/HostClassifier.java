package io.github.cffi4j.platform;

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
        String osName = System.getProperty("os.name");
        return of(osName, architecture(System.getProperty("os.arch")), mappings(osName));
    }

    /** The memory map of this process, with which Linux tells its C library; empty on other systems. */
    static String mappings(String osName) {
        return os(osName).equals("linux") ? ProcessMappings.read() : "";
    }

    /** The classifier for the system property {@code os.name}, an architecture as classifiers have it, and a memory map. */
    static String of(String osName, String architecture, String mappings) {
        String os = os(osName);
        String name = os + "-" + architecture;
        return os.equals("linux") && ProcessMappings.containMusl(mappings) ? name + "-musl" : name;
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
