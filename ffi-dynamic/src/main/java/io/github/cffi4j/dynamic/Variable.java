package io.github.cffi4j.dynamic;

import io.github.cffi4j.Pointer;
import io.github.cffi4j.Segment;
import org.jspecify.annotations.Nullable;

/**
 * A variable of a library.
 *
 * @param readOnly whether it is {@code const}
 */
record Variable(String name, Crossing type, long address, boolean readOnly) {
    @Nullable Object get() {
        return type.load(memory(), 0);
    }

    void set(@Nullable Object value) {
        if (readOnly) {
            throw new UnsupportedOperationException("'" + name + "' is const");
        }
        type.store(memory(), 0, value, name);
    }

    Pointer pointer() {
        return type.pointerType().at(memory());
    }

    private Segment memory() {
        // A write to a constant would end the process.
        Segment start = readOnly ? Segment.ofConstant(address) : Segment.ofAddress(address);
        return type.size() == 0 ? start : start.slice(0, type.size());
    }
}
