package io.github.cffi4j.generated;

import io.github.cffi4j.generated.CallType.Composite;
import io.github.cffi4j.generated.CallType.Member;
import io.github.cffi4j.generated.CallType.Scalar;
import io.github.cffi4j.platform.Architecture;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.OperatingSystem;
import java.util.ArrayList;
import java.util.List;

/**
 * The C types of a call, as generated code writes them: a word for each parameter, {@code >} and a word for the result, such
 * as {@code "a s4 t12 > u1"}. Immutable.
 *
 * <table>
 * <caption>words</caption>
 * <tr><td>{@code s1 s2 s4 s8}</td><td>signed integers of so many bytes</td></tr>
 * <tr><td>{@code u1 u2 u4 u8}</td><td>unsigned integers</td></tr>
 * <tr><td>{@code b f d a v}</td><td>bool, float, double, address, nothing</td></tr>
 * <tr><td>{@code c}</td><td>plain char, signed or not as the platform has it</td></tr>
 * <tr><td>{@code [s0,1;2:s4;3:a*4]}</td><td>a struct by value (or a union, {@code [u}): which values of the layout are its
 * size and alignment, then for each field which is its offset, its type, and of an array which is its size</td></tr>
 * <tr><td>{@code x}</td><td>a complex number of two doubles, which C passes as a struct of them</td></tr>
 * <tr><td>{@code t12 g12}</td><td>the integer or floating type that is value 12 of the layout</td></tr>
 * <tr><td>{@code ...}</td><td>any number of arguments, which Java packs: see {@link Varargs}</td></tr>
 * </table>
 *
 * @param fixed how many parameters stand before the variadic ones; negative if the function is not variadic
 * @param errno whether the call keeps {@code errno}, and on Windows the last error: a {@code !} before the first word, or a
 *     {@code ^} for Windows alone
 * @param critical whether it is short and calls nothing back: a {@code *} before the first word
 */
public record CallShape(List<CallType> parameters, CallType result, int fixed, boolean errno, boolean critical) {
    private static final boolean WINDOWS = Host.current().platform().os() == OperatingSystem.WINDOWS;

    /** True if plain {@code char} is signed: not on Linux, but for x86. */
    private static final boolean SIGNED_CHARS = Host.current().platform().os() != OperatingSystem.LINUX
            || Host.current().platform().arch() == Architecture.X86_64;

    public CallShape {
        parameters = List.copyOf(parameters);
    }

    private static final Composite COMPLEX = new Composite(
            false,
            2L * Double.BYTES,
            Double.BYTES,
            List.of(new Member(0, Scalar.DOUBLE, -1), new Member(Double.BYTES, Scalar.DOUBLE, -1)));

    /** Reads one; what the layout tells is in place of its index. */
    static CallShape of(String text, long[] layout) {
        List<CallType> types = new ArrayList<>();
        boolean errno = false;
        boolean critical = false;
        int start = 0;
        for (char flag = text.charAt(0); flag == '!' || flag == '^' || flag == '*'; flag = text.charAt(start)) {
            errno |= keepsErrno(flag);
            critical |= flag == '*';
            start++;
        }
        int fixed = -1;
        for (String word : text.substring(start).split(" ")) {
            if (word.equals("...")) {
                fixed = types.size();
            } else if (!word.isEmpty() && !word.equals(">")) {
                types.add(
                        switch (word.charAt(0)) {
                            case '[' -> new StructReader(word, layout).struct();
                            case 'x' -> COMPLEX;
                            default -> scalar(word, layout);
                        });
            }
        }
        CallType result = types.remove(types.size() - 1);
        return new CallShape(types, result, fixed, errno, critical);
    }

    /** Returns true for a flag of calls that keep {@code errno} on this platform. */
    static boolean keepsErrno(char flag) {
        return flag == '!' || flag == '^' && WINDOWS;
    }

    private static Scalar scalar(String word, long[] layout) {
        char kind = word.charAt(0);
        if (kind == 'c') {
            return SIGNED_CHARS ? Scalar.INT8 : Scalar.UINT8;
        }
        if (kind != 't' && kind != 'g') {
            return Scalar.of(word);
        }
        long value = layout[Integer.parseInt(word.substring(1))];
        if (kind == 't') {
            return Scalar.of((value < 0 ? "s" : "u").concat(Long.toString(Math.abs(value))));
        }
        long size = value & 0xFF;
        if (size != Float.BYTES && size != Double.BYTES) {
            throw new UnsupportedOperationException(
                    "without C, no floating type of " + size + " bytes can be passed, as this platform has it");
        }
        return size == Float.BYTES ? Scalar.FLOAT : Scalar.DOUBLE;
    }

    /** Returns the type of the calls of a variadic function that have certain arguments. */
    CallShape with(List<Scalar> arguments) {
        List<CallType> all = new ArrayList<>(parameters);
        all.addAll(arguments);
        return new CallShape(all, result, fixed, errno, critical);
    }

    /** Reads the word of a struct. */
    private static final class StructReader {
        private final String text;
        private final long[] layout;
        private int at;

        StructReader(String text, long[] layout) {
            this.text = text;
            this.layout = layout;
        }

        Composite struct() {
            at++;
            boolean union = text.charAt(at++) == 'u';
            long size = layout[number()];
            at++;
            long alignment = layout[number()];
            List<Member> members = new ArrayList<>();
            while (text.charAt(at) == ';') {
                at++;
                long offset = layout[number()];
                at++;
                CallType type = text.charAt(at) == '[' ? struct() : member(word());
                long arraySize = -1;
                if (text.charAt(at) == '*') {
                    at++;
                    arraySize = layout[number()];
                }
                members.add(new Member(offset, type, arraySize));
            }
            at++;
            return new Composite(union, size, alignment, members);
        }

        private CallType member(String word) {
            return word.charAt(0) == 'x' ? COMPLEX : scalar(word, layout);
        }

        private String word() {
            int start = at;
            while (";]*".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        private int number() {
            int start = at;
            while (Character.isDigit(text.charAt(at))) {
                at++;
            }
            return Integer.parseInt(text, start, at, 10);
        }
    }
}
