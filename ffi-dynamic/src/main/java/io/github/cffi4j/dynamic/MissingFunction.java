package io.github.cffi4j.dynamic;

import io.github.cffi4j.dynamic.generated.BoundFunction;
import org.jspecify.annotations.Nullable;

/** A function that this machine's library does not have. */
final class MissingFunction extends BoundFunction {
    private final String message;

    MissingFunction(String message) {
        this.message = message;
    }

    @Override
    public long entry() {
        throw new UnsupportedOperationException(message);
    }

    @Override
    public @Nullable Object call(@Nullable Object[] arguments) {
        throw new UnsupportedOperationException(message);
    }
}
