package io.github.cffi4j.engine;

import io.github.cffi4j.engine.internal.CallEngine;
import io.github.cffi4j.generated.DirectCalls;

/** The engine's calls of integers and addresses, for generated classes. */
final class EngineDirect {
    private EngineDirect() {}

    static DirectCalls calls(boolean errno) {
        return errno ? new Keeping() : new Plain();
    }

    /** Keeps nothing. */
    private static final class Plain extends DirectCalls {
        @Override
        public long call(long function) {
            return CallEngine.engine_call_0(function);
        }

        @Override
        public long call(long function, long a) {
            return CallEngine.engine_call_1(function, a);
        }

        @Override
        public long call(long function, long a, long b) {
            return CallEngine.engine_call_2(function, a, b);
        }

        @Override
        public long call(long function, long a, long b, long c) {
            return CallEngine.engine_call_3(function, a, b, c);
        }

        @Override
        public long call(long function, long a, long b, long c, long d) {
            return CallEngine.engine_call_4(function, a, b, c, d);
        }

        @Override
        public long call(long function, long a, long b, long c, long d, long e) {
            return CallEngine.engine_call_5(function, a, b, c, d, e);
        }

        @Override
        public long call(long function, long a, long b, long c, long d, long e, long f) {
            return CallEngine.engine_call_6(function, a, b, c, d, e, f);
        }
    }

    /** Keeps {@code errno}, and Windows' last error. */
    private static final class Keeping extends DirectCalls {
        @Override
        public long call(long function) {
            return CallEngine.engine_call_0_errors(function);
        }

        @Override
        public long call(long function, long a) {
            return CallEngine.engine_call_1_errors(function, a);
        }

        @Override
        public long call(long function, long a, long b) {
            return CallEngine.engine_call_2_errors(function, a, b);
        }

        @Override
        public long call(long function, long a, long b, long c) {
            return CallEngine.engine_call_3_errors(function, a, b, c);
        }

        @Override
        public long call(long function, long a, long b, long c, long d) {
            return CallEngine.engine_call_4_errors(function, a, b, c, d);
        }

        @Override
        public long call(long function, long a, long b, long c, long d, long e) {
            return CallEngine.engine_call_5_errors(function, a, b, c, d, e);
        }

        @Override
        public long call(long function, long a, long b, long c, long d, long e, long f) {
            return CallEngine.engine_call_6_errors(function, a, b, c, d, e, f);
        }
    }
}
