package io.github.cffi4j.benchmark.runtime;

import org.bytedeco.javacpp.FunctionPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.annotation.ByVal;
import org.bytedeco.javacpp.annotation.Cast;
import org.bytedeco.javacpp.annotation.Const;
import org.bytedeco.javacpp.annotation.Name;
import org.bytedeco.javacpp.annotation.Platform;

/** What JavaCPP makes JNI of, by its own generator and a C++ compiler. It knows fields by their getters. */
@Platform(cinclude = "workload.h")
final class JavaCppCalls {
    static {
        Loader.load();
    }

    private JavaCppCalls() {}

    static native int add(int a, int b);

    static native double multiply(double a, double b);

    static native double total(@Const Reading reading);

    static native double sum(@ByVal Point point);

    static native int length(String text);

    static native String greeting();

    static native int checksum(@Cast("const unsigned char*") byte[] bytes, int count);

    static native int repeat(Combination code, int times);

    static native void sort(IntPointer values, int count, Comparison compare);

    @Name("point")
    static final class Point extends Pointer {
        static {
            Loader.load();
        }

        Point() {
            allocate();
        }

        private native void allocate();

        native double x();

        native Point x(double x);

        native double y();

        native Point y(double y);
    }

    @Name("reading")
    static final class Reading extends Pointer {
        static {
            Loader.load();
        }

        Reading() {
            allocate();
        }

        Reading(long count) {
            allocateArray(count);
        }

        private native void allocate();

        private native void allocateArray(long count);

        @Override
        @SuppressWarnings("unchecked") // as JavaCPP's own generator writes it
        public Reading position(long position) {
            return super.position(position);
        }

        native int id();

        native Reading id(int id);

        native double value();

        native Reading value(double value);

        native @Cast("long long") long time();

        native Reading time(@Cast("long long") long time);
    }

    static final class Combination extends FunctionPointer {
        static {
            Loader.load();
        }

        Combination() {
            allocate();
        }

        private native void allocate();

        int call(int a, int b) {
            return Binding.combine(a, b);
        }
    }

    static final class Comparison extends FunctionPointer {
        static {
            Loader.load();
        }

        Comparison() {
            allocate();
        }

        private native void allocate();

        int call(@Const Pointer a, @Const Pointer b) {
            return Integer.compare(new IntPointer(a).get(), new IntPointer(b).get());
        }
    }
}
