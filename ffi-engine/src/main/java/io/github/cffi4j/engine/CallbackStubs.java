package io.github.cffi4j.engine;

import io.github.cffi4j.engine.internal.CallEngine;
import io.github.cffi4j.generated.Stubs;

/** The C functions that Java code can have, and what C's calls of them do. */
final class CallbackStubs {
    static final Stubs<Bound> STUBS;

    static {
        CallEngine.engine_called = CallbackStubs::run;
        STUBS = new Stubs<>(
                "callback",
                "library.callback",
                CallEngine.engine_stub_table(),
                (stubs, first) -> CallEngine.engine_more_stubs(first));
    }

    private CallbackStubs() {}

    /** Java code, and what C calls it with. */
    record Bound(Signature signature, Callback code) implements Stubs.Named {
        @Override
        public String name() {
            return code.name();
        }
    }

    private static void run(int number, long frame) {
        try {
            Bound bound = STUBS.code(number);
            bound.code().call(new Arguments(frame, bound.signature()));
        } catch (Throwable failure) {
            STUBS.failed(number, failure);
        }
    }
}
