package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.cdef.model.ResolvedFunction.Contents;
import java.util.Optional;

/** Bytes of Java's for a pointer to bytes: C gets a copy, or a direct buffer itself. */
record BytesArgument(Contents contents) implements Argument {

    /**
     * Returns {@code Object} if C takes data of any kind: it is less specific than a {@code Pointer}, so {@code null}
     * still means that.
     */
    @Override
    public String javaType() {
        return contents == Contents.DATA ? "Object" : "byte[]";
    }

    @Override
    public Carrier carrier() {
        return Carrier.LONG;
    }

    @Override
    public String toC(Value value) {
        if (contents == Contents.DATA) {
            return value.checkedBy("scratch.data");
        }
        return (contents == Contents.BYTES ? "scratch.bytes(" : "scratch.written(") + value.bounded() + ")";
    }

    @Override
    public boolean scratch() {
        return true;
    }

    /** A buffer is not copied. */
    @Override
    public boolean kept() {
        return contents == Contents.DATA;
    }

    @Override
    public Optional<String> resource(String parameter) {
        return Optional.empty();
    }
}
