package io.github.cffi4j.generated;

import io.github.cffi4j.platform.Architecture;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.OperatingSystem;
import java.util.ArrayList;
import java.util.List;

/**
 * The C types of a call, as generated code writes them: a word for each parameter, {@code >} and a word for the result, such
 * as {@code "a s4 t12 > u1"}.
 *
 * <table>
 * <caption>words</caption>
 * <tr><td>{@code s1 s2 s4 s8}</td><td>signed integers of so many bytes</td></tr>
 * <tr><td>{@code u1 u2 u4 u8}</td><td>unsigned integers</td></tr>
 * <tr><td>{@code b f d a v}</td><td>bool, float, double, address, nothing</td></tr>
 * <tr><td>{@code c}</td><td>plain char, signed or not as the platform has it</td></tr>
 * <tr><td>{@code [s0,1;2:s4;3:a*4]}</td><td>a struct by value (or a union, {@code [u}): which values of the layout are its
 * size and alignment, then for each field which is its offset, its type, and of an array which is its size</td></tr>
 * <tr><td>{@code t12 g12}</td><td>the integer or floating type that is value 12 of the layout</td></tr>
 * </table>
 *
 * @param errno whether the call keeps {@code errno}: a {@code !} before the first word
 * @param critical whether it is short and calls nothing back: a {@code *} before the first word
 */
record CallShape(List<String> parameters, String result, boolean errno, boolean critical) {
    /** True if plain {@code char} is signed: not on Linux, but for x86. */
    private static final boolean SIGNED_CHARS = Host.current().platform().os() != OperatingSystem.LINUX
            || Host.current().platform().arch() == Architecture.X86_64;

    /** Reads one; what the layout tells is in place of its index. */
    static CallShape of(String text, long[] layout) {
        List<String> words = new ArrayList<>();
        boolean errno = text.indexOf('!') >= 0;
        boolean critical = text.indexOf('*') >= 0;
        int start = (errno ? 1 : 0) + (critical ? 1 : 0);
        for (String word : text.substring(start).split(" ")) {
            if (!word.isEmpty() && !word.equals(">")) {
                words.add(told(word, layout));
            }
        }
        String result = words.remove(words.size() - 1);
        return new CallShape(List.copyOf(words), result, errno, critical);
    }

    static String told(String word, long[] layout) {
        char kind = word.charAt(0);
        if (kind == 'c') {
            return SIGNED_CHARS ? "s1" : "u1";
        }
        if (kind != 't' && kind != 'g') {
            return word;
        }
        long value = layout[Integer.parseInt(word.substring(1))];
        if (kind == 't') {
            return (value < 0 ? "s" : "u").concat(Long.toString(Math.abs(value)));
        }
        long size = value & 0xFF;
        if (size != Float.BYTES && size != Double.BYTES) {
            throw new UnsupportedOperationException(
                    "java.lang.foreign passes no floating type of " + size + " bytes, as this platform has it");
        }
        return size == Float.BYTES ? "f" : "d";
    }
}
