package io.github.cffi4j.dynamic;

import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.Arguments;

/** Runs Java code for C: reads its arguments, and gives it the result. */
final class CallbackCode implements io.github.cffi4j.engine.Callback {
    private final Prototype prototype;
    private final Callback code;

    CallbackCode(Prototype prototype, Callback code) {
        this.prototype = prototype;
        this.code = code;
    }

    @Override
    public String name() {
        return prototype.name();
    }

    @Override
    public void call(Arguments arguments) throws Exception {
        Object[] values = new Object[prototype.parameters().size()];
        for (int i = 0; i < values.length; i++) {
            Crossing type = prototype.parameters().get(i).type();
            long address = arguments.address(i);
            values[i] = type instanceof StructCrossing
                    ? type.value(address)
                    : type.load(Segment.ofAddress(address, type.size()), 0);
        }
        Object result = code.call(values);
        if (!(prototype.result() instanceof VoidCrossing)) {
            try (CallFrame frame = new CallFrame(true)) {
                arguments.resultBits(prototype.result().word(result, frame, prototype.resultPlace()));
            }
        }
    }
}
