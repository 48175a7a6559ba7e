package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** A value in an integer register of its own: an integer, an enum, a boolean. */
abstract sealed class Integral extends Numeric
        permits BoolCrossing, IntegerCrossing, PlatformIntegerCrossing, EnumCrossing {

    /** Returns the method that checks a value on its way to C; empty if all values of Java's type fit. */
    abstract Optional<String> checker();

    @Override
    public boolean checked() {
        return checker().isPresent();
    }

    @Override
    public String toC(Value value) {
        return checker().map(value::checkedBy).orElse(value.code());
    }

    @Override
    public String fromSlot(Slot slot) {
        String bits = slot.bits();
        return javaType().equals("int") ? "(int) " + bits : bits;
    }

    @Override
    public String toSlot(Slot slot, Value value, UnaryOperator<String> sizes) {
        return slot.store(toC(value));
    }

    @Override
    public String toSlotInC(String slot, int index, String struct) {
        return slot + ".ffi_i = (ffi_jlong)ffi_" + index + ";";
    }

    @Override
    public Optional<String> fromSlotInC(String type) {
        return Optional.of("return (" + type + ")ffi_values[0].ffi_i;");
    }
}
