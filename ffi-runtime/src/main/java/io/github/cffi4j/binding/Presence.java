package io.github.cffi4j.binding;

import io.github.cffi4j.platform.Host;

/**
 * Whether this platform has what a cdef declares for some platforms only. Immutable.
 *
 * @param here whether the library that was loaded has it
 * @param platforms those that have it, for error messages
 */
public record Presence(boolean here, String platforms) {

    /**
     * Returns where it is there.
     *
     * @param what as C names it, such as {@code fork()} or {@code stat.st_blocks}
     * @throws UnsupportedOperationException where it is not
     */
    public void require(String what) {
        if (!here) {
            throw new UnsupportedOperationException(
                    what + " is not there on " + Host.current().candidateName() + ", only on " + platforms);
        }
    }
}
