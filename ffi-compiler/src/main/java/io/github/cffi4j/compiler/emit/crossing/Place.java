package io.github.cffi4j.compiler.emit.crossing;

/**
 * The place of a field or a global variable in memory, as Java expressions.
 *
 * @param segment the memory
 * @param offset the offset in it
 * @param size the size of what lies there; empty if it is no struct and no array
 * @param label its name in messages, such as {@code tm.tm_year}
 */
public record Place(String segment, String offset, String size, String label) {

    /** Returns the expression that reads a value of a width, such as {@code Int}. */
    String read(String width) {
        return segment + ".get" + width + "(" + offset + ")";
    }

    /** Returns the statement that writes one. */
    String write(String width, String value) {
        return segment + ".set" + width + "(" + offset + ", " + value + ");";
    }

    /** Returns the expression that reads by an object that knows the format. */
    String readBy(String type) {
        return type + ".get(" + segment + ", " + offset + ")";
    }

    /** Returns the statement that writes by such an object. */
    String writeBy(String type) {
        return type + ".set(" + segment + ", " + offset + ", value);";
    }

    /** Returns the statement that writes by an object that refuses what does not fit. */
    String writeChecked(String type) {
        return type + ".set(" + segment + ", " + offset + ", value, \"" + label + "\");";
    }

    /** Returns the memory of this place, of so many bytes. */
    String memory(String bytes) {
        return segment + ".slice(" + offset + ", " + bytes + ")";
    }
}
