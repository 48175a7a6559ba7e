package io.github.cffi4j;

import io.github.cffi4j.memory.Segment;

/**
 * A handle to something only C knows the inside of: what generated classes of incomplete types extend, so that an {@code
 * sqlite3_stmt} cannot be passed as an {@code sqlite3}. C owns it, unless Java was told how to destroy it
 * ({@link Owned}); whether it may be used by several threads is for C's documentation to say.
 */
public abstract class Opaque extends Pointer {
    protected Opaque(Segment segment) {
        super(segment);
    }
}
