package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@code bool}: Java's {@code boolean}. */
final class BoolCrossing extends Integral {
    @Override
    public String javaType() {
        return "boolean";
    }

    @Override
    public Carrier carrier() {
        return Carrier.BOOLEAN;
    }

    @Override
    public Pointee pointee() {
        return Pointee.standard("BoolPointer");
    }

    @Override
    Optional<String> checker() {
        return Optional.empty();
    }

    @Override
    public Optional<String> range() {
        return Optional.empty();
    }

    @Override
    String fromC(String value) {
        return value;
    }

    @Override
    public String fromSlot(Slot slot) {
        return slot.bits() + " != 0";
    }

    @Override
    public String toSlot(Slot slot, Value value, UnaryOperator<String> sizes) {
        return slot.store(value.code() + " ? 1 : 0");
    }

    @Override
    public String load(Place place) {
        return place.read("Byte") + " != 0";
    }

    @Override
    public Optional<String> store(Place place) {
        return Optional.of(place.write("Byte", "(byte) (value ? 1 : 0)"));
    }
}
