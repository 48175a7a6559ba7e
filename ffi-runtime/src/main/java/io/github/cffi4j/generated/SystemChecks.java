package io.github.cffi4j.generated;

import io.github.cffi4j.NativeLibraryNotFoundException;
import io.github.cffi4j.internal.loader.SystemReports;

/** Compares what a library of the user's system says of itself, for glue that is linked to it. Stateless. */
public final class SystemChecks {
    private SystemChecks() {}

    /**
     * Compares numbers.
     *
     * @param binding the generated class
     * @param library the names of the library of the system
     * @param call the function and the operator, as in {@code version() >=}
     * @param operator C's
     * @param said the right side as its author wrote it
     * @throws NativeLibraryNotFoundException if the comparison is false
     */
    public static void require(
            String binding, String library, String call, String operator, long found, long wanted, String said) {
        if (!VersionCheck.holds(Long.compare(found, wanted), operator)) {
            throw SystemReports.wrongVersion(
                    binding, library, call + " " + VersionCheck.words(wanted, said), Long.toString(found));
        }
    }

    /** The same of a version as text, such as {@code 1.2.13}, by its address. */
    public static void require(
            String binding, String library, String call, String operator, long address, String wanted) {
        String found = VersionCheck.text(address);
        if (!VersionCheck.holds(VersionCheck.compare(found, wanted), operator)) {
            throw SystemReports.wrongVersion(binding, library, call + " " + wanted, found);
        }
    }
}
