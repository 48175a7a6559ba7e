package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;

/**
 * A value of Java's on its way to C.
 *
 * @param code the expression
 * @param function the name of what gets it, for messages
 * @param name the name of the value, for messages
 * @param bytes the expression for how many bytes it points to at least, if C says so
 */
public record Value(String code, String function, String name, Optional<String> bytes) {

    /** Returns the value that the Java code of a callback returns. */
    public static Value result(String code, String function) {
        return new Value(code, function, "result", Optional.empty());
    }

    /** Returns the call of a method that checks the value. */
    String checkedBy(String method) {
        return method + "(" + code + ", " + names() + ")";
    }

    /** Returns the call of a method that checks the value against a size. */
    String checkedBy(String method, String size) {
        return method + "(" + code + ", " + size + ", " + names() + ")";
    }

    /** Returns the value, or the call that checks how many bytes it points to. */
    String bounded() {
        return bytes.map(size -> checkedBy("Checked.array", size)).orElse(code);
    }

    private String names() {
        return "\"" + function + "\", \"" + name + "\"";
    }
}
