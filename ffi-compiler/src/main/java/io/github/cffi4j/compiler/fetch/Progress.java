package io.github.cffi4j.compiler.fetch;

/** Where lines for the waiting user go. Called from the thread that works. */
@FunctionalInterface
public interface Progress {

    /** One line, without a line end. */
    void message(String line);

    /** Says nothing. */
    static Progress silent() {
        return line -> {};
    }
}
