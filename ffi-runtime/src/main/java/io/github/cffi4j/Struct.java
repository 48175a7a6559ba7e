package io.github.cffi4j;

import io.github.cffi4j.memory.Segment;

/**
 * A view of a C struct or union: what generated struct classes extend. Reading and writing fields goes straight to native
 * memory. Ownership, errors and threads are as {@link Pointer} says.
 *
 * <p>{@code toString} shows the fields, pointers as addresses: nothing that they point to is read. It never throws. If the
 * memory cannot be read, the text says so; if nobody can tell whether C's memory is there, it is the address alone.
 */
public abstract class Struct extends Pointer {
    protected Struct(Segment segment) {
        super(segment);
    }

    /** Adds the fields to a text; generated classes know them. */
    protected void describe(StringBuilder to) {}

    /**
     * The text of a struct; for generated code.
     *
     * @param size of the struct in bytes
     */
    protected static String toString(Struct struct, long size) {
        try {
            if (!struct.segment().isReadable(size)) {
                return place(struct);
            }
            StringBuilder text = new StringBuilder(struct.getClass().getSimpleName()).append('{');
            struct.describe(text);
            return text.append('}').toString();
        } catch (RuntimeException | LinkageError e) {
            return place(struct) + " (" + e.getMessage() + ")";
        }
    }

    private static String place(Struct struct) {
        return struct.getClass().getSimpleName() + "@0x" + Long.toHexString(struct.address());
    }

    /** Adds a number. */
    protected static void show(StringBuilder to, String field, long value) {
        name(to, field).append(value);
    }

    /** Adds a number. */
    protected static void show(StringBuilder to, String field, float value) {
        name(to, field).append(value);
    }

    /** Adds a number. */
    protected static void show(StringBuilder to, String field, double value) {
        name(to, field).append(value);
    }

    /** Adds a truth value. */
    protected static void show(StringBuilder to, String field, boolean value) {
        name(to, field).append(value);
    }

    /** Adds a nested struct, a complex number or a function pointer. */
    protected static void show(StringBuilder to, String field, Object value) {
        name(to, field).append(value);
    }

    /** Adds a pointer, or an array as one, without a look at what is there. */
    protected static void showAddress(StringBuilder to, String field, Pointer value) {
        name(to, field).append(value instanceof Struct struct ? place(struct) : String.valueOf(value));
    }

    /** Adds the text in an array of characters, which need not end with a NUL. */
    protected static void showText(StringBuilder to, String field, Pointer array) {
        name(to, field)
                .append('"')
                .append(array.string(array.segment().byteSize()))
                .append('"');
    }

    private static StringBuilder name(StringBuilder to, String field) {
        if (to.charAt(to.length() - 1) != '{') {
            to.append(", ");
        }
        return to.append(field).append('=');
    }
}
