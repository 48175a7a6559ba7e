package io.github.cffi4j;

import java.util.Locale;

/** Thrown when a Java number does not fit the C type it is passed as, on this platform. Nothing is ever cut. */
public final class ValueOutOfRangeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /**
     * @param what the place in C, such as {@code geo_scale: parameter 'factor'} or {@code tm.tm_year}
     * @param type the C type there
     * @param min the smallest value it holds
     * @param max the largest value it holds
     */
    public ValueOutOfRangeException(String what, String type, long value, long min, long max) {
        super(String.format(Locale.ROOT, "%s (%s) cannot hold %d; it holds %d to %d", what, type, value, min, max));
    }
}
