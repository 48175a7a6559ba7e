package io.github.cffi4j.dynamic;

import io.github.cffi4j.dynamic.generated.BoundFunction;
import org.jspecify.annotations.Nullable;

/** A variable of a library, read by a method without parameters and set by one with one. */
final class VariableAccess extends BoundFunction {
    private final Library library;
    private final String name;

    VariableAccess(Library library, String name) {
        this.library = library;
        this.name = name;
    }

    @Override
    public long entry() {
        throw new IllegalStateException(name + " is a variable");
    }

    @Override
    public @Nullable Object call(@Nullable Object[] arguments) {
        if (arguments.length == 0) {
            return library.get(name);
        }
        library.set(name, arguments[0]);
        return null;
    }
}
