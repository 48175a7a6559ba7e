package io.github.cffi4j.compiler.header;

/**
 * A macro that a header defines.
 *
 * @param parameters what stands in its parentheses, without them; null if it has none
 * @param body what it stands for
 */
public record HeaderMacro(String name, String parameters, String body, Place place) {

    /** Returns true if it takes arguments. */
    public boolean takesArguments() {
        return parameters != null;
    }
}
