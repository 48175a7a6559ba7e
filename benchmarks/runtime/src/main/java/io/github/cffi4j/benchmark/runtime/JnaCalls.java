package io.github.cffi4j.benchmark.runtime;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;

/** JNA's direct mapping, the faster of its two. */
final class JnaCalls {
    static {
        Native.register(JnaCalls.class, NativeLibrary.getInstance(System.getProperty("benchmark.library")));
    }

    private JnaCalls() {}

    static native int add(int a, int b);

    static native double multiply(double a, double b);

    static native double total(Reading reading);

    static native double sum(Point point);

    static native int length(String text);

    static native String greeting();

    static native int checksum(byte[] bytes, int count);

    static native int repeat(Combination f, int times);

    static native void sort(Pointer values, int count, Comparison compare);

    /** {@code struct point}, by value. */
    @Structure.FieldOrder({"x", "y"})
    public static final class Point extends Structure implements Structure.ByValue {
        public double x;
        public double y;
    }

    /** {@code struct reading}, by its address. */
    @Structure.FieldOrder({"id", "value", "time"})
    public static final class Reading extends Structure {
        public int id;
        public double value;
        public long time;
    }

    /** {@code combination} */
    public interface Combination extends Callback {
        int call(int a, int b);
    }

    /** {@code comparison} */
    public interface Comparison extends Callback {
        int call(Pointer a, Pointer b);
    }
}
