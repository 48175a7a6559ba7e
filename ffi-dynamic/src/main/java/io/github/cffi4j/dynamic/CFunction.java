package io.github.cffi4j.dynamic;

import io.github.cffi4j.FunctionPointer;
import io.github.cffi4j.Segment;
import org.jspecify.annotations.Nullable;

/**
 * A C function: of a library, by a pointer that C gave, or one that runs Java code. {@link FunctionPointer} says how long it
 * is valid. For any thread.
 */
public final class CFunction extends FunctionPointer {
    private final Prototype prototype;
    private final @Nullable Library library;

    /**
     * @param library whose function it is, if it is known
     */
    CFunction(Segment segment, Prototype prototype, @Nullable Library library) {
        super(segment);
        this.prototype = prototype;
        this.library = library;
    }

    Prototype prototype() {
        return prototype;
    }

    /**
     * Calls it; {@link Library#call} says what it takes and returns.
     *
     * @throws IllegalStateException if its library, or the arena of its Java code, was closed
     */
    public @Nullable Object call(@Nullable Object... arguments) {
        return prototype.call(liveAddress(), arguments == null ? new Object[1] : arguments);
    }

    /** Returns the address; throws if it is gone. */
    long liveAddress() {
        if (library != null) {
            library.requireOpen();
        } else if (!segment().isOpen()) {
            throw new IllegalStateException(
                    "the arena of this " + prototype.name() + " was closed, and with it its C"
                            + " function; make it by library.callback(arena, ...) with an arena that is open as long as it is used");
        }
        return segment().liveAddress();
    }

    @Override
    public String toString() {
        return prototype.declaration() + " at 0x" + Long.toHexString(address());
    }
}
