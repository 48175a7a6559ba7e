package io.github.cffi4j.dynamic;

/**
 * A parameter of a C function.
 *
 * @param function the function's name, for messages
 * @param name as the cdef has it, or {@code arg1} and so on
 * @param leastBytes how much memory an argument must point to; 0 if the cdef does not say
 * @param place how messages name it
 */
record Parameter(String function, String name, Crossing type, long leastBytes, String place) {
    Parameter(String function, String name, Crossing type, long leastBytes) {
        this(
                function,
                name,
                type,
                leastBytes,
                function.concat(": parameter '").concat(name).concat("'"));
    }
}
