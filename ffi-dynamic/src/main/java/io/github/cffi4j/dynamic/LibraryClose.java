package io.github.cffi4j.dynamic;

import io.github.cffi4j.dynamic.generated.BoundFunction;
import org.jspecify.annotations.Nullable;

/** The {@code close()} of an interface that is {@link AutoCloseable}. */
final class LibraryClose extends BoundFunction {
    private final Library library;

    LibraryClose(Library library) {
        this.library = library;
    }

    @Override
    public long entry() {
        throw new IllegalStateException("close() is no function of C");
    }

    @Override
    public @Nullable Object call(@Nullable Object[] arguments) {
        library.close();
        return null;
    }
}
