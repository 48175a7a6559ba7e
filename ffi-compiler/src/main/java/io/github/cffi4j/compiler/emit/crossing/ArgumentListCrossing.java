package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.compiler.text.Text;
import java.util.Optional;

/** {@code va_list} as a parameter: a struct, an array or a pointer, as the platform has it. Java has a handle of it. */
final class ArgumentListCrossing extends Restricted {
    private final String javaName;
    private final String qualified;

    ArgumentListCrossing(String javaName, String qualified) {
        this.javaName = javaName;
        this.qualified = qualified;
    }

    @Override
    public String javaType() {
        return javaName;
    }

    @Override
    public Carrier carrier() {
        return Carrier.LONG;
    }

    @Override
    public Pointee pointee() {
        return Pointee.of(javaName, qualified + ".TYPE");
    }

    /** Java does not know its size, because Java never makes one. */
    @Override
    public String toC(Value value) {
        return value.checkedBy("Checked.value", "0");
    }

    @Override
    public boolean kept() {
        return true;
    }

    @Override
    public InC argumentInC(String type, int index) {
        return new InC(
                name(index),
                Optional.of(Text.format("FFI_LIST(ffi_list_%1$d, *(__builtin_va_list *)(ffi_intptr)ffi_%1$d)", index)));
    }

    @Override
    public String fromSlot(Slot slot) {
        return qualified + ".TYPE.at(" + slot.bits() + ")";
    }

    @Override
    public String toSlotInC(String slot, int index, String struct) {
        return Text.format(
                "FFI_LIST(ffi_list_%1$d, ffi_%1$d) %2$s.ffi_i = (ffi_jlong)(ffi_intptr)&%3$s;",
                index, slot, name(index));
    }

    private static String name(int index) {
        return "ffi_list_" + index + ".ffi_list";
    }
}
