package io.github.cffi4j.compiler.verify;

/**
 * The value of an integer constant on one platform.
 *
 * @param bits its 64 bits
 * @param unsignedLong whether it is above {@link Long#MAX_VALUE}, so that the bits look negative
 */
public record ConstantValue(long bits, boolean unsignedLong) {

    /** Returns true if a Java {@code int} holds it. */
    public boolean fitsInt() {
        return !unsignedLong && bits == (int) bits;
    }

    @Override
    public String toString() {
        return unsignedLong ? Long.toUnsignedString(bits) : Long.toString(bits);
    }
}
