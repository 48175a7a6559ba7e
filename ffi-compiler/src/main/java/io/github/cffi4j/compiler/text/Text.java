package io.github.cffi4j.compiler.text;

import java.util.Locale;

/** Formats text that is the same under every locale. */
public final class Text {
    private Text() {}

    /**
     * Returns the format with its arguments filled in, as {@link String#format(Locale, String, Object...)} does.
     * {@code String.formatted} writes the digits of the machine's locale, such as ٣ for 3, which no C or Java compiler reads.
     */
    public static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    /** {@code 1 cdef}, {@code 2 cdefs}. */
    public static String count(int number, String name) {
        return number + " " + name + (number == 1 ? "" : "s");
    }
}
