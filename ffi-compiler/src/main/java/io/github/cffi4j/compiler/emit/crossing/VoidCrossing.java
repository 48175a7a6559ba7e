package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** No result; behind a pointer, data of any kind. */
final class VoidCrossing extends Restricted {
    @Override
    public String javaType() {
        return "void";
    }

    @Override
    public Pointee pointee() {
        return Pointee.standard("Pointer");
    }

    @Override
    public Carrier resultCarrier() {
        return Carrier.VOID;
    }

    @Override
    public String returned(String call) {
        return call + ";";
    }

    /** Not in parentheses: a macro may be a statement. */
    @Override
    public String returnedInC(String type, String call, int place) {
        return call + ";";
    }

    @Override
    public String toSlot(Slot slot, Value value, UnaryOperator<String> sizes) {
        return value.code();
    }

    @Override
    public Optional<String> fromSlotInC(String type) {
        return Optional.empty();
    }
}
