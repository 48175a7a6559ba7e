package io.github.cffi4j.binding;

import io.github.cffi4j.BindingMismatchException;
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

    static LinkageError differentSizes(String bindingName, PointerType<?> type, long size) {
        return new BindingMismatchException(
                String.format(Locale.ROOT, """
                %s and the class whose '%s' it uses do not fit each other: their libraries were built from different headers
                  sizeof(%s): %d here, %d there
                  what to do: use the versions that were built together, or rebuild %s against the other's version""", bindingName, type, type, size, type.elementSize(), bindingName));
    }
}
