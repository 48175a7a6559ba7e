package io.github.cffi4j.compiler.resolve;

/**
 * Scalars of the same width on every platform, and how each crosses into Java.
 *
 * <p>A scalar widens to the Java type that holds every value; what is behind a pointer keeps Java's own width.
 */
public enum ScalarKind {
    BOOL("boolean", "BoolPointer", 1),
    /** Plain {@code char}: signed on some platforms and not on others, so Java always sees 0 to 255. */
    CHAR("int", "BytePointer", 1),
    INT8("int", "BytePointer", 1),
    UINT8("int", "BytePointer", 1),
    INT16("int", "ShortPointer", 2),
    UINT16("int", "ShortPointer", 2),
    INT32("int", "IntPointer", 4),
    UINT32("long", "IntPointer", 4),
    INT64("long", "LongPointer", 8),
    /** Keeps its bits in a Java {@code long}. */
    UINT64("long", "LongPointer", 8),
    FLOAT("float", "FloatPointer", 4),
    DOUBLE("double", "DoublePointer", 8);

    private final String javaType;
    private final String pointerClass;
    private final int bytes;

    ScalarKind(String javaType, String pointerClass, int bytes) {
        this.javaType = javaType;
        this.pointerClass = pointerClass;
        this.bytes = bytes;
    }

    /** The Java type of a parameter or result. */
    public String javaType() {
        return javaType;
    }

    /** The class of {@code io.github.cffi4j} that stands for a pointer to it. */
    public String pointerClass() {
        return pointerClass;
    }

    /** The size in bytes, the same on every platform. */
    public int bytes() {
        return bytes;
    }

    /** Returns true if it is an integer or a boolean. */
    public boolean integer() {
        return this != FLOAT && this != DOUBLE;
    }
}
