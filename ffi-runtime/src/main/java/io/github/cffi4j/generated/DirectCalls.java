package io.github.cffi4j.generated;

import io.github.cffi4j.generated.CallType.Scalar;

/**
 * Calls of functions of integers and addresses by the functions' addresses. Without method handles, which cost a JVM that has just
 * started a third of its time. For any thread; nothing is checked.
 *
 * <p>Each argument has its sign or zeros above it; above a result that is narrower, the bits are anything.
 */
public abstract class DirectCalls {
    /** For those who make such calls. */
    protected DirectCalls() {}

    /** Calls a function without parameters. */
    public abstract long call(long function);

    /** Calls a function of an integer or address. */
    public abstract long call(long function, long a);

    /** Calls a function of two integers and addresses. */
    public abstract long call(long function, long a, long b);

    /** Calls a function of three integers and addresses. */
    public abstract long call(long function, long a, long b, long c);

    /** Calls a function of four integers and addresses. */
    public abstract long call(long function, long a, long b, long c, long d);

    /** Calls a function of five integers and addresses. */
    public abstract long call(long function, long a, long b, long c, long d, long e);

    /** Calls a function of six integers and addresses. */
    public abstract long call(long function, long a, long b, long c, long d, long e, long f);

    /**
     * Returns a result with its sign or zeros above it.
     *
     * @param type the bytes of its type as the layout has them: negative if it is signed
     */
    public static long result(long bits, long type) {
        int above = Long.SIZE - Byte.SIZE * (int) Math.abs(type);
        return type < 0 ? bits << above >> above : bits << above >>> above;
    }

    /** The same by a type that is known. */
    static long result(long bits, Scalar type) {
        return switch (type) {
            case VOID -> 0;
            case BOOL, UINT8 -> bits & 0xFF;
            case INT8 -> (byte) bits;
            case UINT16 -> bits & 0xFFFF;
            case INT16 -> (short) bits;
            case UINT32 -> bits & 0xFFFF_FFFFL;
            case INT32 -> (int) bits;
            default -> bits;
        };
    }
}
