package io.github.cffi4j.benchmark.runtime;

/**
 * The rows of the table, each as one way into C does it, and as one writes it there: memory that lives long is made once, the
 * rest in the call. For one thread.
 */
interface Binding {
    /** How many structs {@link #readFields} and {@link #writeFields} go through. */
    int STRUCTS = 1000;

    default int add(int a, int b) {
        throw missing();
    }

    /** The same function, called by the fastest way for functions that are short and never call back. */
    default int addCritical(int a, int b) {
        return add(a, b);
    }

    default double multiply(double a, double b) {
        throw missing();
    }

    /** The sum of twelve arguments of five types. */
    default double twelve(int a, double b) {
        throw missing();
    }

    /** The sum of the fields of a struct of 1, 2 and 3, given by its address. */
    default double structByPointer() {
        throw missing();
    }

    /** The sum of the fields of a struct of 3 and 4, given by value. */
    default double structByValue() {
        throw missing();
    }

    default int length(String text) {
        throw missing();
    }

    default String greeting() {
        throw missing();
    }

    /** The sum of unsigned bytes. */
    default int checksum(byte[] bytes) {
        throw missing();
    }

    /** The sum of one field of {@link #STRUCTS} structs in native memory. */
    default int readFields() {
        throw missing();
    }

    /** Gives that field a value in each of them. */
    default void writeFields(int value) {
        throw missing();
    }

    /** A struct of its own, filled with id, 2 and 3: the sum of its fields. */
    default double allocateFillCallFree(int id) {
        throw missing();
    }

    /** Calls back {@link #combine}, each time with the last result and the number of the call; the last result. */
    default int repeat(int times) {
        throw missing();
    }

    /** Sorts a copy by C's {@code qsort}, which calls back {@link Integer#compare}; the middle element of the copy. */
    default int sort(int[] values) {
        throw missing();
    }

    /** What C calls back. */
    static int combine(int a, int b) {
        return a * 31 + b;
    }

    private UnsupportedOperationException missing() {
        return new UnsupportedOperationException(getClass().getSimpleName());
    }
}
