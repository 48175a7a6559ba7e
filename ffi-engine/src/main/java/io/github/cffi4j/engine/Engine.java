package io.github.cffi4j.engine;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.internal.CallEngine;
import io.github.cffi4j.generated.Stubs;

/**
 * Calls of C functions by their addresses. For generated code, which chooses the quickest way for the types of a function; all
 * others use {@link Signature#call}. For any thread. Nothing is checked.
 *
 * <p>An integer comes and goes as {@code long}; above a result that is narrower, the bits are anything. A {@code float} is the
 * low half of the bits of a {@code double}: {@link #ofFloat} and {@link #asFloat}.
 */
public final class Engine {
    private Engine() {}

    /** Calls a function of integers and addresses. */
    public static long call(long function) {
        return CallEngine.engine_call_0(function);
    }

    /** Calls a function of integers and addresses. */
    public static long call(long function, long a) {
        return CallEngine.engine_call_1(function, a);
    }

    /** Calls a function of integers and addresses. */
    public static long call(long function, long a, long b) {
        return CallEngine.engine_call_2(function, a, b);
    }

    /** Calls a function of integers and addresses. */
    public static long call(long function, long a, long b, long c) {
        return CallEngine.engine_call_3(function, a, b, c);
    }

    /** Calls a function of integers and addresses. */
    public static long call(long function, long a, long b, long c, long d) {
        return CallEngine.engine_call_4(function, a, b, c, d);
    }

    /** Calls a function of integers and addresses. */
    public static long call(long function, long a, long b, long c, long d, long e) {
        return CallEngine.engine_call_5(function, a, b, c, d, e);
    }

    /** Calls a function of integers and addresses. */
    public static long call(long function, long a, long b, long c, long d, long e, long f) {
        return CallEngine.engine_call_6(function, a, b, c, d, e, f);
    }

    /** Calls a function of integers and addresses, and keeps {@link #errno()}. */
    public static long callKeepingErrors(long function) {
        return CallEngine.engine_call_0_errors(function);
    }

    /** Calls a function of integers and addresses, and keeps {@link #errno()}. */
    public static long callKeepingErrors(long function, long a) {
        return CallEngine.engine_call_1_errors(function, a);
    }

    /** Calls a function of integers and addresses, and keeps {@link #errno()}. */
    public static long callKeepingErrors(long function, long a, long b) {
        return CallEngine.engine_call_2_errors(function, a, b);
    }

    /** Calls a function of integers and addresses, and keeps {@link #errno()}. */
    public static long callKeepingErrors(long function, long a, long b, long c) {
        return CallEngine.engine_call_3_errors(function, a, b, c);
    }

    /** Calls a function of integers and addresses, and keeps {@link #errno()}. */
    public static long callKeepingErrors(long function, long a, long b, long c, long d) {
        return CallEngine.engine_call_4_errors(function, a, b, c, d);
    }

    /** Calls a function of integers and addresses, and keeps {@link #errno()}. */
    public static long callKeepingErrors(long function, long a, long b, long c, long d, long e) {
        return CallEngine.engine_call_5_errors(function, a, b, c, d, e);
    }

    /** Calls a function of integers and addresses, and keeps {@link #errno()}. */
    public static long callKeepingErrors(long function, long a, long b, long c, long d, long e, long f) {
        return CallEngine.engine_call_6_errors(function, a, b, c, d, e, f);
    }

    /** Calls {@code double f(double)}. */
    public static double call(long function, double a) {
        return CallEngine.engine_double_1(function, a);
    }

    /** Calls {@code double f(double, double)}. */
    public static double call(long function, double a, double b) {
        return CallEngine.engine_double_2(function, a, b);
    }

    /**
     * Calls a function of at most six integers and eight floating arguments, which is not variadic. Those that there are not are 0.
     *
     * @param kinds {@link Signature#kinds()}, which tells the order
     */
    public static long callMixed(
            long function,
            long kinds,
            long a,
            long b,
            long c,
            long d,
            long e,
            long f,
            double p,
            double q,
            double r,
            double s,
            double t,
            double u,
            double v,
            double w) {
        return CallEngine.engine_mixed(function, kinds, a, b, c, d, e, f, p, q, r, s, t, u, v, w);
    }

    /** The same for a function whose result is floating. */
    public static double callMixedDouble(
            long function,
            long kinds,
            long a,
            long b,
            long c,
            long d,
            long e,
            long f,
            double p,
            double q,
            double r,
            double s,
            double t,
            double u,
            double v,
            double w) {
        return CallEngine.engine_mixed_double(function, kinds, a, b, c, d, e, f, p, q, r, s, t, u, v, w);
    }

    /** Returns a {@code float} as C finds it in a floating register. */
    public static double ofFloat(float value) {
        return Double.longBitsToDouble(Float.floatToRawIntBits(value) & 0xFFFF_FFFFL);
    }

    /** Returns the {@code float} that a floating register has. */
    public static float asFloat(double value) {
        return Float.intBitsToFloat((int) Double.doubleToRawLongBits(value));
    }

    /** Returns {@code errno} as this thread's last call that keeps it left it, or {@link #errno(int)} set it. */
    public static int errno() {
        return CallEngine.engine_errno();
    }

    /** Sets the {@code errno} that this thread's next call that keeps it begins with. */
    public static void errno(int value) {
        CallEngine.engine_set_errno(value);
    }

    /** Returns Windows' last error, kept as {@code errno} is; 0 elsewhere. */
    public static int lastError() {
        return CallEngine.engine_last_error();
    }

    /** Sets Windows' last error for this thread's next call that keeps it. */
    public static void lastError(int value) {
        CallEngine.engine_set_last_error(value);
    }

    /**
     * Returns a C function that runs Java code until the arena closes. What the code throws goes to the thread's
     * uncaught-exception handler; C gets 0.
     *
     * @throws IllegalStateException if there are no more, or the arena was closed or belongs to another thread
     */
    public static Segment callback(Arena arena, Signature signature, Callback code) {
        return CallbackStubs.STUBS.bind(arena, new CallbackStubs.Bound(signature, code));
    }

    /**
     * Returns a C function for the time of one call. When it is closed, it throws what the code threw.
     *
     * @throws IllegalStateException if there are no more
     */
    public static Stubs<?>.Use use(Signature signature, Callback code) {
        return CallbackStubs.STUBS.use(new CallbackStubs.Bound(signature, code));
    }
}
