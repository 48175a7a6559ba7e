package io.github.cffi4j;

/**
 * A complex number: C's {@code double _Complex} or {@code float _Complex}. Immutable.
 *
 * <p>A {@code float _Complex} rounds both parts to {@code float} on its way to C.
 *
 * @param re the real part
 * @param im the imaginary part
 */
public record Complex(double re, double im) {}
