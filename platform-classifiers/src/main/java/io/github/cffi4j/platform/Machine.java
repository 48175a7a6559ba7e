package io.github.cffi4j.platform;

import java.util.Optional;

/** Answers the questions that only a message to people needs: reading a file may cost a megabyte. */
public interface Machine {
    /** The bytes of a file, as ISO 8859-1; empty if it cannot be read. */
    Optional<String> text(String file);

    /** An environment variable; empty if it is not set. */
    Optional<String> variable(String name);
}
