package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.ComplexKind;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import io.github.cffi4j.compiler.naming.StandardNames;
import io.github.cffi4j.compiler.text.Text;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A complex number: the runtime's {@code Complex} of two doubles, which crosses as a {@code double _Complex}. */
final class ComplexCrossing extends Copied {
    private final ComplexKind kind;

    ComplexCrossing(ComplexKind kind) {
        this.kind = kind;
    }

    @Override
    public String javaType() {
        return "Complex";
    }

    @Override
    public Pointee pointee() {
        return Pointee.standard(StandardNames.pointerClass(kind));
    }

    @Override
    public Argument in(Form form, Parameter parameter) {
        return this;
    }

    @Override
    public String toC(Value value) {
        return value.checkedBy("scratch.complex");
    }

    @Override
    public boolean scratch() {
        return true;
    }

    @Override
    public boolean kept() {
        return false;
    }

    @Override
    public Optional<String> resultMemory() {
        return Optional.empty();
    }

    @Override
    public boolean resultInScratch() {
        return true;
    }

    @Override
    public String returned(String call) {
        return Text.format("ComplexPointer %1$s = scratch.complex();\n%2$s;\nreturn %1$s.get();", RESULT, call);
    }

    @Override
    public Constant constant(String name, String getter) {
        String read = "ComplexPointer value = ComplexPointer.allocate();\n" + getter + "(value.address());\n";
        return new Constant("", Optional.of(read + name + " = value.get();"), read + "return value.get();", false);
    }

    @Override
    public InC argumentInC(String type, int index) {
        return InC.of("(" + type + ")*(double _Complex *)(ffi_intptr)ffi_" + index);
    }

    @Override
    String memoryInC() {
        return "double _Complex";
    }

    @Override
    public String fromSlot(Slot slot) {
        return "ComplexPointer.TYPE.at(" + slot.bits() + ").get()";
    }

    @Override
    public String toSlot(Slot slot, Value value, UnaryOperator<String> sizes) {
        return "ComplexPointer.TYPE.at(" + slot.bits() + ").set(" + value.code() + ")";
    }

    @Override
    public String toSlotInC(String slot, int index, String struct) {
        return Text.format(
                "double _Complex ffi_c%1$d = ffi_%1$d; %2$s.ffi_i = (ffi_jlong)(ffi_intptr)&ffi_c%1$d;", index, slot);
    }

    @Override
    public boolean handedOnByAddress() {
        return false;
    }

    @Override
    public Optional<String> resultInC(CSpelling spelling, CType declared) {
        return Optional.of(memoryInC() + " ffi_result");
    }

    @Override
    public Optional<String> fromSlotInC(String type) {
        return Optional.of("return (" + type + ")ffi_result;");
    }

    @Override
    public String load(Place place) {
        return at(place) + ".get()";
    }

    @Override
    public Optional<String> store(Place place) {
        return Optional.of(at(place) + ".set(value);");
    }

    private String at(Place place) {
        return pointee().pointerType() + ".at(" + place.memory(StandardNames.pointerClass(kind) + ".SIZE") + ")";
    }

    @Override
    public boolean inPlace() {
        return false;
    }
}
