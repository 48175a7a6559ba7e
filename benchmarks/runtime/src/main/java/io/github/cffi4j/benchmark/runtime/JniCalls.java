package io.github.cffi4j.benchmark.runtime;

/** The native methods of {@code jni.c}. */
final class JniCalls {
    static {
        System.load(System.getProperty("benchmark.library"));
        initialise();
    }

    private JniCalls() {}

    static native void initialise();

    static native int add(int a, int b);

    static native double multiply(double a, double b);

    static native double twelve(
            int a, double b, long c, double d, int e, float f, long g, double h, int i, double j, long k, double l);

    static native double total(long reading);

    static native double sum(long point);

    static native int id(long reading);

    static native void setId(long reading, int id);

    static native int length(String text);

    static native String greeting();

    static native int checksum(byte[] bytes);

    static native int repeat(int times);

    static native void sort(long values, int count);

    /** Called by C. */
    static int combine(int a, int b) {
        return Binding.combine(a, b);
    }

    /** Called by C. */
    static int compare(int a, int b) {
        return Integer.compare(a, b);
    }
}
