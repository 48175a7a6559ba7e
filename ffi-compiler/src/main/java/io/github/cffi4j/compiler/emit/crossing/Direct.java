package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.compiler.resolve.ResolvedFunction.Parameter;
import java.util.Optional;

/** A value that crosses by itself, as a number or an address of at most 64 bits. */
abstract sealed class Direct implements Crossing permits Integral, Floating, Address {

    /** Returns the expression for the value as people see it. */
    abstract String fromC(String value);

    @Override
    public String returnedType() {
        return javaType();
    }

    @Override
    public Argument in(Form form, Parameter parameter) {
        return this;
    }

    @Override
    public boolean scratch() {
        return false;
    }

    @Override
    public Optional<String> resource(String parameter) {
        return Optional.empty();
    }

    @Override
    public boolean copied() {
        return false;
    }

    @Override
    public Carrier resultCarrier() {
        return carrier();
    }

    @Override
    public Optional<String> resultMemory() {
        return Optional.empty();
    }

    @Override
    public boolean resultInScratch() {
        return false;
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
    public boolean handedOnByAddress() {
        return false;
    }

    @Override
    public Optional<String> resultInC(CSpelling spelling, CType declared) {
        return Optional.empty();
    }

    @Override
    public boolean inPlace() {
        return false;
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
