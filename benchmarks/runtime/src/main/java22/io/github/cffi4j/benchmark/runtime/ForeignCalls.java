package io.github.cffi4j.benchmark.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;

/** The functions as method handles, each linked on its first use, for linking takes milliseconds. */
@SuppressWarnings("restricted")
final class ForeignCalls {
    static final StructLayout POINT = MemoryLayout.structLayout(JAVA_DOUBLE.withName("x"), JAVA_DOUBLE.withName("y"));
    static final StructLayout READING = MemoryLayout.structLayout(
            JAVA_INT.withName("id"),
            MemoryLayout.paddingLayout(4),
            JAVA_DOUBLE.withName("value"),
            JAVA_LONG.withName("time"));

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LIBRARY =
            SymbolLookup.libraryLookup(Path.of(System.getProperty("benchmark.library")), Arena.global());

    private ForeignCalls() {}

    static int add(int a, int b) {
        try {
            return (int) Add.HANDLE.invokeExact(a, b);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static int addCritical(int a, int b) {
        try {
            return (int) AddCritical.HANDLE.invokeExact(a, b);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static double multiply(double a, double b) {
        try {
            return (double) Multiply.HANDLE.invokeExact(a, b);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static double twelve(
            int a, double b, long c, double d, int e, float f, long g, double h, int i, double j, long k, double l) {
        try {
            return (double) Twelve.HANDLE.invokeExact(a, b, c, d, e, f, g, h, i, j, k, l);
        } catch (Throwable thrown) {
            throw new AssertionError(thrown);
        }
    }

    static double total(MemorySegment reading) {
        try {
            return (double) Total.HANDLE.invokeExact(reading);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static double sum(MemorySegment point) {
        try {
            return (double) Sum.HANDLE.invokeExact(point);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static int length(MemorySegment text) {
        try {
            return (int) Length.HANDLE.invokeExact(text);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static MemorySegment greeting() {
        try {
            return (MemorySegment) Greeting.HANDLE.invokeExact();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static int checksum(MemorySegment bytes, int count) {
        try {
            return (int) Checksum.HANDLE.invokeExact(bytes, count);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static int repeat(MemorySegment function, int times) {
        try {
            return (int) Repeat.HANDLE.invokeExact(function, times);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static void sort(MemorySegment values, int count, MemorySegment compare) {
        try {
            Sort.HANDLE.invokeExact(values, count, compare);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** A C function for a static method of a class, as long as the program runs. */
    static MemorySegment stub(MethodHandles.Lookup lookup, String method, FunctionDescriptor type)
            throws ReflectiveOperationException {
        MethodType methodType = type.toMethodType();
        MethodHandle target = lookup.findStatic(lookup.lookupClass(), method, methodType);
        return LINKER.upcallStub(target, type, Arena.global());
    }

    private static MethodHandle link(String name, FunctionDescriptor type, Linker.Option... options) {
        return LINKER.downcallHandle(LIBRARY.find(name).orElseThrow(), type, options);
    }

    private static final class Add {
        static final MethodHandle HANDLE = link("add", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    }

    private static final class AddCritical {
        static final MethodHandle HANDLE = link(
                "add_critical", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT), Linker.Option.critical(false));
    }

    private static final class Multiply {
        static final MethodHandle HANDLE =
                link("multiply", FunctionDescriptor.of(JAVA_DOUBLE, JAVA_DOUBLE, JAVA_DOUBLE));
    }

    private static final class Twelve {
        static final MethodHandle HANDLE = link(
                "twelve",
                FunctionDescriptor.of(
                        JAVA_DOUBLE,
                        JAVA_INT,
                        JAVA_DOUBLE,
                        JAVA_LONG,
                        JAVA_DOUBLE,
                        JAVA_INT,
                        JAVA_FLOAT,
                        JAVA_LONG,
                        JAVA_DOUBLE,
                        JAVA_INT,
                        JAVA_DOUBLE,
                        JAVA_LONG,
                        JAVA_DOUBLE));
    }

    private static final class Total {
        static final MethodHandle HANDLE = link("total", FunctionDescriptor.of(JAVA_DOUBLE, ADDRESS));
    }

    private static final class Sum {
        static final MethodHandle HANDLE = link("sum", FunctionDescriptor.of(JAVA_DOUBLE, POINT));
    }

    private static final class Length {
        static final MethodHandle HANDLE = link("length", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    }

    private static final class Greeting {
        static final MethodHandle HANDLE = link("greeting", FunctionDescriptor.of(ADDRESS));
    }

    private static final class Checksum {
        static final MethodHandle HANDLE =
                link("checksum", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.critical(true));
    }

    private static final class Repeat {
        static final MethodHandle HANDLE = link("repeat", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    }

    private static final class Sort {
        static final MethodHandle HANDLE = link("sort", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, ADDRESS));
    }
}
