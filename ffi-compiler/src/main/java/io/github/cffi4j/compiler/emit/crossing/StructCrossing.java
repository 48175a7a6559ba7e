package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import io.github.cffi4j.compiler.text.Text;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A struct or a union: a class that is a view of its memory. */
final class StructCrossing extends Copied {
    private final String cName;
    private final String javaName;
    private final String qualified;

    /**
     * @param javaName the class
     * @param qualified its name, whatever a parameter is called
     */
    StructCrossing(String cName, String javaName, String qualified) {
        this.cName = cName;
        this.javaName = javaName;
        this.qualified = qualified;
    }

    @Override
    public String javaType() {
        return javaName;
    }

    @Override
    public Pointee pointee() {
        return Pointee.of(javaName, qualified + ".TYPE");
    }

    @Override
    public Argument in(Form form, Parameter parameter) {
        return this;
    }

    @Override
    public String toC(Value value) {
        return value.checkedBy("Checked.value", qualified + ".sizeof");
    }

    @Override
    public boolean scratch() {
        return false;
    }

    @Override
    public boolean kept() {
        return true;
    }

    @Override
    public Optional<String> resultMemory() {
        return Optional.of(Text.format("%1$s %2$s = %1$s.allocate();", javaType(), RESULT));
    }

    @Override
    public boolean resultInScratch() {
        return false;
    }

    @Override
    public String returned(String call) {
        return call + ";\nreturn " + RESULT + ";";
    }

    @Override
    public Constant constant(String name, String getter) {
        String allocated = " = " + javaType() + ".allocate();";
        return new Constant(
                allocated.substring(0, allocated.length() - 1),
                Optional.of(getter + "(" + name + ".address());"),
                javaType() + " copy" + allocated + "\n" + getter + "(copy.address());\nreturn copy;",
                true);
    }

    @Override
    public InC argumentInC(String spelt, int index) {
        return InC.of("*(" + spelt + " *)(ffi_intptr)ffi_" + index);
    }

    @Override
    String memoryInC() {
        return cName;
    }

    @Override
    public String fromSlot(Slot slot) {
        return pointee().pointerType() + ".at(" + slot.bits() + ")";
    }

    @Override
    public String toSlot(Slot slot, Value value, UnaryOperator<String> sizes) {
        return "Upcalls.result(v, " + value.code() + ", " + sizes.apply(cName) + ")";
    }

    @Override
    public String toSlotInC(String slot, int index, String struct) {
        return slot + ".ffi_i = (ffi_jlong)(ffi_intptr)&" + struct + index + ";";
    }

    /** Moving it might call a function, which a copy of a stub's code would not find. */
    @Override
    public boolean handedOnByAddress() {
        return true;
    }

    @Override
    public Optional<String> resultInC(CSpelling spelling, CType declared) {
        return Optional.of(spelling.declare(declared, "ffi_result"));
    }

    @Override
    public Optional<String> fromSlotInC(String spelt) {
        return Optional.of("return ffi_result;");
    }

    @Override
    public String load(Place place) {
        return pointee().pointerType() + ".at(" + place.memory(place.size()) + ")";
    }

    @Override
    public Optional<String> store(Place place) {
        return Optional.empty();
    }

    @Override
    public boolean inPlace() {
        return true;
    }
}
