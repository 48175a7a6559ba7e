package io.github.cffi4j.compiler.emit.crossing;

/** The types of native methods: fixed widths, addresses as {@code long}, and arrays that the JVM pins. */
public enum Carrier {
    VOID("void", "void", "V"),
    BOOLEAN("boolean", "ffi_jboolean", "Z"),
    INT("int", "ffi_jint", "I"),
    LONG("long", "ffi_jlong", "J"),
    FLOAT("float", "ffi_jfloat", "F"),
    DOUBLE("double", "ffi_jdouble", "D"),
    BYTES("byte[]", "ffi_jobject", "[B"),
    SHORTS("short[]", "ffi_jobject", "[S"),
    INTS("int[]", "ffi_jobject", "[I"),
    LONGS("long[]", "ffi_jobject", "[J"),
    FLOATS("float[]", "ffi_jobject", "[F"),
    DOUBLES("double[]", "ffi_jobject", "[D");

    private final String java;
    private final String c;
    private final String descriptor;

    Carrier(String java, String c, String descriptor) {
        this.java = java;
        this.c = c;
        this.descriptor = descriptor;
    }

    /** Returns the type in Java. */
    public String java() {
        return java;
    }

    /** Returns the type in the glue. */
    public String c() {
        return c;
    }

    /** Returns the type in a method's descriptor. */
    public String descriptor() {
        return descriptor;
    }

    /** Returns true for an array of Java's. */
    public boolean array() {
        return descriptor.startsWith("[");
    }

    /** Returns true if C's calling conventions pass it in a floating register. */
    public boolean floating() {
        return this == FLOAT || this == DOUBLE;
    }
}
