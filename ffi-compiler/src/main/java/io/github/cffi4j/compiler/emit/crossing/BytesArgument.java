package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.compiler.resolve.ResolvedFunction.Offer;
import java.util.Optional;

/** Bytes of Java's for a pointer to bytes: C gets a copy, or a direct buffer itself. */
record BytesArgument(Offer offer) implements Argument {

    /**
     * Returns {@code Object} if C takes data of any kind: it is less specific than a {@code Pointer}, so {@code null}
     * still means that.
     */
    @Override
    public String javaType() {
        return offer == Offer.DATA ? "Object" : "byte[]";
    }

    @Override
    public Carrier carrier() {
        return Carrier.LONG;
    }

    @Override
    public String toC(Value value) {
        if (offer == Offer.DATA) {
            return value.checkedBy("scratch.data");
        }
        return (offer == Offer.BYTES ? "scratch.bytes(" : "scratch.written(") + value.bounded() + ")";
    }

    @Override
    public boolean scratch() {
        return true;
    }

    /** A buffer is not copied. */
    @Override
    public boolean kept() {
        return offer == Offer.DATA;
    }

    @Override
    public Optional<String> resource(String parameter) {
        return Optional.empty();
    }
}
