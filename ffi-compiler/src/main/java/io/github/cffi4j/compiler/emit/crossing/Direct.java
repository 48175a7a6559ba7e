package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;

/** A value that crosses by itself, as a number or an address of at most 64 bits. */
abstract sealed class Direct extends Bare permits Numeric, Address {

    /** Returns the expression for the value as people see it. */
    abstract String fromC(String value);

    @Override
    public Carrier resultCarrier() {
        return carrier();
    }

    @Override
    public String returned(String call) {
        return "return " + fromC(call) + ";";
    }

    @Override
    public Constant constant(String name, String getter) {
        String value = fromC(getter + "()");
        return new Constant(" = " + value, Optional.empty(), "return " + value + ";", false);
    }

    @Override
    public String shownBy() {
        return "show";
    }
}
