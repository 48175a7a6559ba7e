package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** A value in a floating register of its own. */
abstract sealed class Floating extends Numeric permits FloatCrossing, PlatformFloatCrossing {
    @Override
    public boolean checked() {
        return false;
    }

    @Override
    public Optional<String> range() {
        return Optional.empty();
    }

    @Override
    public String toC(Value value) {
        return value.code();
    }

    @Override
    String fromC(String value) {
        return value;
    }

    @Override
    public String fromSlot(Slot slot) {
        String value = slot.number();
        return carrier() == Carrier.FLOAT ? "(float) " + value : value;
    }

    @Override
    public String toSlot(Slot slot, Value value, UnaryOperator<String> sizes) {
        return slot.storeNumber(value.code());
    }

    @Override
    public String toSlotInC(String slot, int index, String struct) {
        return slot + ".ffi_d = (double)ffi_" + index + ";";
    }

    @Override
    public Optional<String> fromSlotInC(String type) {
        return Optional.of("return (" + type + ")ffi_values[0].ffi_d;");
    }
}
