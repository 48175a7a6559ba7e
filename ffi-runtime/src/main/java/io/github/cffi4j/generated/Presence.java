package io.github.cffi4j.generated;

import io.github.cffi4j.platform.Host;
import org.jspecify.annotations.Nullable;

/**
 * Whether this platform has what a cdef declares for some platforms only. Immutable.
 *
 * @param here whether the library that was loaded has it
 * @param platforms those that have it, for error messages
 * @param failure why there is no library to tell; {@code null} if there is one
 */
public record Presence(
        boolean here, String platforms, @Nullable LinkageError failure) {
    /** For a library that was loaded. */
    public Presence(boolean here, String platforms) {
        this(here, platforms, null);
    }

    /**
     * Returns where it is there.
     *
     * @param what as C names it, such as {@code fork()} or {@code stat.st_blocks}
     * @throws UnsupportedOperationException where it is not
     */
    public void require(String what) {
        if (!here) {
            if (failure != null) {
                throw LayoutReports.again(failure);
            }
            throw new UnsupportedOperationException(
                    what + " is not there on " + Host.current().candidateName() + ", only on " + platforms);
        }
    }
}
