package io.github.cffi4j.generated;

import org.jspecify.annotations.Nullable;

/** Nothing: Java has no java.lang.foreign yet. On Java 22 and later another class takes this one's place. */
final class ForeignCalls {
    private ForeignCalls() {}

    /** Returns the calls by java.lang.foreign; {@code null} if there are none. */
    static @Nullable SystemCalls find() {
        return null;
    }
}
