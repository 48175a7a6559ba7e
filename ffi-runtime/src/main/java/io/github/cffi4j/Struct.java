package io.github.cffi4j;

import org.jspecify.annotations.Nullable;

/**
 * A view of a C struct or union. Generated struct classes extend it. Their getters and setters access native memory
 * directly. {@link Pointer} describes ownership, errors and threads.
 *
 * <p>{@code toString} shows the fields, with pointers as addresses; it does not follow them. It never throws. If the
 * memory cannot be read, the text says so. If nothing can tell whether C's memory is readable, the text is only the
 * address.
 */
public abstract class Struct extends Pointer {
    protected Struct(Segment segment) {
        super(segment);
    }

    /** Appends the fields to a text; generated classes override it. */
    protected void describe(StringBuilder to) {}

    /**
     * Returns the text of a struct; for generated code.
     *
     * @param size the size of the struct in bytes
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

    /** Appends a number. */
    protected static void show(StringBuilder to, String field, long value) {
        name(to, field).append(value);
    }

    /** Appends a number. */
    protected static void show(StringBuilder to, String field, float value) {
        name(to, field).append(value);
    }

    /** Appends a number. */
    protected static void show(StringBuilder to, String field, double value) {
        name(to, field).append(value);
    }

    /** Appends a boolean. */
    protected static void show(StringBuilder to, String field, boolean value) {
        name(to, field).append(value);
    }

    /** Appends a nested struct, a complex number or a function pointer. */
    protected static void show(StringBuilder to, String field, @Nullable Object value) {
        name(to, field).append(value);
    }

    /** Appends a pointer, or an array as a pointer, without reading its memory. */
    protected static void showAddress(StringBuilder to, String field, @Nullable Pointer value) {
        name(to, field).append(value instanceof Struct struct ? place(struct) : String.valueOf(value));
    }

    /** Appends the text in an array of characters, which need not end with a NUL. */
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
