package io.github.cffi4j.benchmark.runtime;

import jnr.ffi.LibraryLoader;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;
import jnr.ffi.Struct;
import jnr.ffi.annotations.Delegate;
import jnr.ffi.annotations.In;

/** What JNR-FFI makes classes for. It has no structs by value. */
public interface JnrCalls {
    static JnrCalls load() {
        return LibraryLoader.create(JnrCalls.class).load(System.getProperty("benchmark.library"));
    }

    int add(int a, int b);

    double multiply(double a, double b);

    double total(Reading reading);

    int length(String text);

    String greeting();

    int checksum(@In byte[] bytes, int count);

    int repeat(Combination f, int times);

    void sort(Pointer values, int count, Comparison compare);

    /** {@code struct reading} */
    final class Reading extends Struct {
        final Signed32 id = new Signed32();
        final Double value = new Double();
        final Signed64 time = new Signed64();

        public Reading(Runtime runtime) {
            super(runtime);
        }

        void fill(int newId) {
            id.set(newId);
            value.set(2);
            time.set(3);
        }
    }

    /** {@code combination} */
    interface Combination {
        @Delegate
        int call(int a, int b);
    }

    /** {@code comparison} */
    interface Comparison {
        @Delegate
        int call(Pointer a, Pointer b);
    }
}
