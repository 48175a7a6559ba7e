package io.github.cffi4j.dynamic;

import java.util.Locale;

/**
 * A parameter of a C function.
 *
 * @param function the function's name, for messages
 * @param name as the cdef has it, or {@code arg1} and so on
 * @param leastBytes how much memory an argument must point to; 0 if the cdef does not say
 */
record Parameter(String function, String name, Crossing type, long leastBytes) {
    /** Returns how messages name it. */
    String place() {
        return String.format(Locale.ROOT, "%s: parameter '%s'", function, name);
    }
}
