package io.github.cffi4j.platform;

import java.util.Locale;

/** One spelling for the many there are of systems and architectures, after os-maven-plugin: {@code X86-64} is {@code x8664}. */
final class Spelling {
    private Spelling() {}

    /** Without a regular expression, which a JVM that has just started would have to load. */
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

    /** What os-maven-plugin calls an architecture that cffi4j does not build for. */
    static String foreignArchitecture(String osArch) {
        String plain = plain(osArch);
        return switch (plain) {
            case "ppc64" -> "ppc_64";
            case "loongarch64" -> "loongarch_64";
            default -> plain;
        };
    }
}
