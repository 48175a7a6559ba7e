package io.github.cffi4j.generated;

import io.github.cffi4j.Pointer;
import io.github.cffi4j.Segment;
import io.github.cffi4j.Struct;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a variadic call as the glue wants them: one 64-bit slot each, and which of them are floating.
 *
 * <p>C's default promotions apply: {@code byte}, {@code short}, {@code char}, {@code boolean} and {@code int} are C's
 * {@code int}, {@code long} is {@code long long}, {@code float} and {@code double} are {@code double}; a {@code String}
 * is {@code const char *} for the time of the call, a {@link Pointer} and {@code null} are pointers. A {@link Struct} is
 * refused: it stands for a struct and for its address.
 */
public final class Varargs {
    /** How many arguments the glue passes on. */
    public static final int MAX = 32;

    /** Above the bits of floating arguments, which are all that glue looks at. */
    private static final int COUNT_SHIFT = 32;

    private Varargs() {}

    /** Returns how many arguments there are. */
    static int count(long kinds) {
        return (int) (kinds >>> COUNT_SHIFT);
    }

    /** Returns true if an argument is floating. */
    static boolean floating(long kinds, int index) {
        return (kinds >> index & 1) != 0;
    }

    /**
     * The address of the packed arguments, good until the scratch is released: which are floating and how many there are, then a slot each.
     *
     * @param given the arguments; {@code null} is what javac passes for a single literal {@code null}: one NULL
     * @throws IllegalArgumentException if there are more than {@link #MAX}, or one is of a type that C does not know
     */
    public static long pack(Scratch scratch, String function, @Nullable Object @Nullable ... given) {
        Object[] arguments = given == null ? new Object[1] : given;
        if (arguments.length > MAX) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s: %d variadic arguments; at most %d can be passed",
                    function,
                    arguments.length,
                    MAX));
        }
        Segment block = scratch.allocate((1L + MAX) * Long.BYTES);
        long floating = 0;
        for (int i = 0; i < MAX; i++) {
            Object argument = i < arguments.length ? arguments[i] : null;
            if (argument instanceof Double || argument instanceof Float) {
                floating |= 1L << i;
            }
            block.setLong((1L + i) * Long.BYTES, slot(scratch, function, i, argument));
        }
        block.setLong(0, floating | (long) arguments.length << COUNT_SHIFT);
        return block.address();
    }

    private static long slot(Scratch scratch, String function, int index, @Nullable Object argument) {
        if (argument == null) {
            return 0;
        } else if (argument instanceof Double || argument instanceof Float) {
            return Double.doubleToRawLongBits(((Number) argument).doubleValue());
        } else if (argument instanceof Long
                || argument instanceof Integer
                || argument instanceof Short
                || argument instanceof Byte) {
            return ((Number) argument).longValue();
        } else if (argument instanceof String text) {
            return scratch.utf8(text);
        } else if (argument instanceof Struct) {
            throw new IllegalArgumentException(function + ": variadic argument " + (index + 1)
                    + " is a struct, and C may mean itself or its address; pass '.asBytes()' for its address, or wrap the"
                    + " function in the preamble");
        } else if (argument instanceof Pointer pointer) {
            return Pointer.address(pointer);
        } else if (argument instanceof Character character) {
            return character;
        } else if (argument instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "%s: variadic argument %d is of type %s; C takes numbers, strings and pointers",
                function,
                index + 1,
                argument.getClass().getTypeName()));
    }
}
