package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.compiler.text.Text;
import java.util.Optional;

/** A value that crosses as the address of a copy. */
abstract sealed class Copied implements Crossing permits StructCrossing, ComplexCrossing {

    /** Returns the copy's type in the glue. */
    abstract String memoryInC();

    @Override
    public String returnedType() {
        return javaType();
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
    public Optional<String> resource(String parameter) {
        return Optional.empty();
    }

    @Override
    public boolean copied() {
        return true;
    }

    @Override
    public Carrier resultCarrier() {
        return Carrier.VOID;
    }

    /** Copied, not assigned: some field may be const. */
    @Override
    public String returnedInC(String type, String call, int place) {
        return Text.format(
                "%1$s ffi_%2$d = %3$s; __builtin_memcpy((void *)(ffi_intptr)ffi_%4$d, &ffi_%2$d, sizeof ffi_%2$d);",
                memoryInC(), place + 1, call, place);
    }

    @Override
    public boolean openEnded() {
        return false;
    }

    @Override
    public String shownBy() {
        return "show";
    }
}
