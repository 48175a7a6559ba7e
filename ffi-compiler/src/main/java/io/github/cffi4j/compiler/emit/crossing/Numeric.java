package io.github.cffi4j.compiler.emit.crossing;

/** A number in a register of its own. */
abstract sealed class Numeric extends Direct permits Integral, Floating {
    @Override
    public boolean kept() {
        return false;
    }

    @Override
    public InC argumentInC(String type, int index) {
        return InC.of("(" + type + ")ffi_" + index);
    }

    @Override
    public String returnedInC(String type, String call, int place) {
        return "return (" + carrier().c() + ")(" + type + ")(" + call + ");";
    }
}
