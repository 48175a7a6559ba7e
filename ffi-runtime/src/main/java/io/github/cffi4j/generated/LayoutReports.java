package io.github.cffi4j.generated;

import io.github.cffi4j.BindingMismatchException;
import io.github.cffi4j.NativeLibraryNotFoundException;
import io.github.cffi4j.PointerType;
import java.util.Locale;

/**
 * What is said of tables that do not fit. They are given as a class of the JDK's, or {@link Layout}, which throws them, would
 * load our own on every start.
 */
final class LayoutReports {
    private LayoutReports() {}

    static LinkageError differentCdefs(String bindingName, String what, long wanted, long found) {
        return new BindingMismatchException(String.format(Locale.ROOT, """
                %s does not belong to the native library that was loaded for it: the library was built from another cdef
                  %s: 0x%x in the class, 0x%x in the library
                  what to do: rebuild both together (mvn package), and use the main jar and the jar of the platform in the same version""", bindingName, what, wanted, found));
    }

    /**
     * A failure as it was at first, for another use of the library that is not there: one error that is thrown twice would
     * have the stack of the first use, and what others add to it.
     */
    static LinkageError again(LinkageError failure) {
        LinkageError again;
        if (failure instanceof NativeLibraryNotFoundException) {
            again = new NativeLibraryNotFoundException(failure.getMessage());
        } else if (failure instanceof BindingMismatchException) {
            again = new BindingMismatchException(failure.getMessage());
        } else {
            return failure;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            again.addSuppressed(suppressed);
        }
        return again;
    }

    static LinkageError differentSizes(String bindingName, PointerType<?> type, long size) {
        return new BindingMismatchException(
                String.format(Locale.ROOT, """
                %s and the class whose '%s' it uses do not fit each other: their libraries were built from different headers
                  sizeof(%s): %d here, %d there
                  what to do: use the versions that were built together, or rebuild %s against the other's version""", bindingName, type, type, size, type.elementSize(), bindingName));
    }
}
