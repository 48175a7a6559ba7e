package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;

/**
 * A value of Java's on its way to C.
 *
 * @param code the expression
 * @param function how messages name what gets it
 * @param name how messages name the value
 * @param bytes the expression for how many bytes it points to at least, if C says so
 */
public record Value(String code, String function, String name, Optional<String> bytes) {

    /** Returns what the Java code of a callback returns. */
    public static Value result(String code, String function) {
        return new Value(code, function, "result", Optional.empty());
    }

    /** The call of a method that checks the value. */
    String checkedBy(String method) {
        return method + "(" + code + ", " + names() + ")";
    }

    /** The call of a method that checks the value against a size. */
    String checkedBy(String method, String size) {
        return method + "(" + code + ", " + size + ", " + names() + ")";
    }

    /** The value, or the call that checks how many bytes it points to. */
    String bounded() {
        return bytes.map(size -> checkedBy("Checked.array", size)).orElse(code);
    }

    private String names() {
        return "\"" + function + "\", \"" + name + "\"";
    }
}
