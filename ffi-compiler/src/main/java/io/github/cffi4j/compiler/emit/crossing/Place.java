package io.github.cffi4j.compiler.emit.crossing;

/**
 * Where a field or a global variable lies in memory, in Java's expressions.
 *
 * @param segment the memory
 * @param offset the offset in it
 * @param size the size of what lies there; empty if it is no struct and no array
 * @param label how error messages name it, such as {@code tm.tm_year}
 */
public record Place(String segment, String offset, String size, String label) {

    /** Reads a value of a width, such as {@code Int}. */
    String read(String width) {
        return segment + ".get" + width + "(" + offset + ")";
    }

    /** Writes one. */
    String write(String width, String value) {
        return segment + ".set" + width + "(" + offset + ", " + value + ");";
    }

    /** Reads by a type that knows how. */
    String readBy(String type) {
        return type + ".get(" + segment + ", " + offset + ")";
    }

    /** Writes by a type that knows how. */
    String writeBy(String type) {
        return type + ".set(" + segment + ", " + offset + ", value);";
    }

    /** Writes by a type that refuses what does not fit. */
    String writeChecked(String type) {
        return type + ".set(" + segment + ", " + offset + ", value, \"" + label + "\");";
    }

    /** The pointer to this place. */
    String pointer(String bytes) {
        return "new Pointer(" + segment + ".slice(" + offset + ", " + bytes + "))";
    }
}
