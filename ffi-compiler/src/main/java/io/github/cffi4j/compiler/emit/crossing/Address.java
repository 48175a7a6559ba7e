package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;

/** An address in an integer register of its own: of data, or of a function. A Java {@code long} on its way. */
abstract sealed class Address extends Direct permits PointerCrossing, FunctionPointerCrossing {
    /** The width of a pointer in memory: {@code Long} if it has 64 bits on all of the binding's platforms. */
    final String width;

    Address(String width) {
        this.width = width;
    }

    @Override
    public Carrier carrier() {
        return Carrier.LONG;
    }

    @Override
    public boolean checked() {
        return false;
    }

    @Override
    public Optional<String> range() {
        return Optional.empty();
    }

    @Override
    public boolean kept() {
        return true;
    }

    @Override
    public InC argumentInC(String type, int index) {
        return InC.of("(" + type + ")(ffi_intptr)ffi_" + index);
    }

    @Override
    public String returnedInC(String type, String call, int place) {
        return "return (ffi_jlong)(ffi_intptr)(" + call + ");";
    }

    @Override
    public String fromSlot(Slot slot) {
        return fromC(slot.bits());
    }

    @Override
    public String toSlotInC(String slot, int index, String struct) {
        return slot + ".ffi_i = (ffi_jlong)(ffi_intptr)ffi_" + index + ";";
    }

    @Override
    public Optional<String> fromSlotInC(String type) {
        return Optional.of("return (" + type + ")(ffi_intptr)ffi_values[0].ffi_i;");
    }

    @Override
    public String load(Place place) {
        return fromC(place.read(width));
    }
}
