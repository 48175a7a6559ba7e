package io.github.cffi4j.audit.jni;

import java.util.Locale;

/** The names the JVM looks native methods up by (JNI specification, "Resolving Native Method Names"). */
public final class JniNames {

    private JniNames() {}

    /** The symbol of a native method of a class. */
    public static String symbol(String binaryName, String method) {
        return "Java_" + mangled(binaryName) + "_" + mangled(method);
    }

    /** A name as JNI's functions take it, in a string literal of C: the JVM's own kind of UTF-8, which differs beyond 16 bits. */
    public static String literal(String name) {
        StringBuilder out = new StringBuilder();
        for (char character : name.toCharArray()) {
            if (character < 0x80) {
                out.append(character);
            } else if (character < 0x800) {
                octal(out, 0xC0 | character >> 6);
                octal(out, 0x80 | character & 0x3F);
            } else {
                octal(out, 0xE0 | character >> 12);
                octal(out, 0x80 | character >> 6 & 0x3F);
                octal(out, 0x80 | character & 0x3F);
            }
        }
        return out.toString();
    }

    private static void octal(StringBuilder out, int unit) {
        out.append('\\').append(Integer.toOctalString(unit));
    }

    /** A name as part of a C identifier. */
    public static String mangled(String name) {
        StringBuilder out = new StringBuilder();
        for (char character : name.toCharArray()) {
            if (character == '.') {
                out.append('_');
            } else if (character == '_') {
                out.append("_1");
            } else if (character < 0x80 && Character.isLetterOrDigit(character)) {
                out.append(character);
            } else {
                out.append("_0").append(String.format(Locale.ROOT, "%04x", (int) character));
            }
        }
        return out.toString();
    }
}
