package io.github.cffi4j;

/**
 * A pointer to an object whose content only C knows. Generated classes of incomplete types extend it, so that nobody
 * can pass an {@code sqlite3_stmt} as an {@code sqlite3}. C owns the object, unless an {@link Owned} destroys it. C's
 * documentation says whether several threads may use it.
 */
public abstract class Opaque extends Pointer {
    protected Opaque(Segment segment) {
        super(segment);
    }
}
