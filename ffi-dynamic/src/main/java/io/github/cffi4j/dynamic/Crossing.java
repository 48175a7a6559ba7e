package io.github.cffi4j.dynamic;

import io.github.cffi4j.Pointer;
import io.github.cffi4j.PointerType;
import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.CType;
import org.jspecify.annotations.Nullable;

/** How the values of one C type cross between Java and C. Immutable, for any thread. */
abstract class Crossing {
    private final String spelling;
    private final CType passed;

    /**
     * @param spelling the type as C writes it, for messages
     * @param passed the type as the call engine knows it
     */
    Crossing(String spelling, CType passed) {
        this.spelling = spelling;
        this.passed = passed;
    }

    /** Returns the type as C writes it. */
    final String spelling() {
        return spelling;
    }

    /** Returns the type as the call engine knows it. */
    CType passed() {
        return passed;
    }

    /** Returns the size in bytes. */
    long size() {
        return passed.size();
    }

    /** Returns the alignment in bytes. */
    long alignment() {
        return passed.alignment();
    }

    /** Returns the Java type of its values, as a method of an interface declares it. */
    abstract Class<?> javaType();

    /** Returns the type of pointers to it. */
    PointerType<? extends Pointer> pointerType() {
        return Pointer.TYPE;
    }

    /** Returns true if a call takes and returns the address of its bytes. */
    boolean passedByAddress() {
        return false;
    }

    /** Reads a value. */
    abstract @Nullable Object load(Segment segment, long offset);

    /**
     * Writes a value.
     *
     * @param what the place in C, such as {@code tm.tm_year}, for messages
     */
    abstract void store(Segment segment, long offset, @Nullable Object value, String what);

    /**
     * Turns a Java value into the word that a call takes.
     *
     * @param frame what lives until the call returns
     */
    abstract long word(@Nullable Object value, CallFrame frame, Parameter parameter);

    /** Turns the word that a call returned into a Java value. */
    abstract @Nullable Object value(long word);

    /** Returns the error for a value of a wrong Java type. */
    final IllegalArgumentException wrong(@Nullable Object value, String what, String takes) {
        String given = value == null ? "null" : article(value.getClass().getTypeName());
        return new IllegalArgumentException(what + " (" + spelling + ") takes " + takes + ", not " + given);
    }

    /** Returns a name with "a" or "an" before it. */
    static String article(String name) {
        return ("AEIOaeio".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }

    @Override
    public final String toString() {
        return spelling;
    }
}
