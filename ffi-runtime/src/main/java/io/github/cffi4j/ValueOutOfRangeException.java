package io.github.cffi4j;

import java.util.Locale;

/** Thrown when a Java number does not fit its C type on this platform. Numbers are never truncated. */
public final class ValueOutOfRangeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param what the place in C, such as {@code geo_scale: parameter 'factor'} or {@code tm.tm_year}
     * @param type the C type there
     * @param min the smallest value of that type
     * @param max the largest value of that type
     */
    public ValueOutOfRangeException(String what, String type, long value, long min, long max) {
        super(String.format(Locale.ROOT, "%s (%s) cannot hold %d; it holds %d to %d", what, type, value, min, max));
    }
}
