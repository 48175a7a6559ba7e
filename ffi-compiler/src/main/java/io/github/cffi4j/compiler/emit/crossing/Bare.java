package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import java.util.Optional;

/** A kind whose values need no memory of their own on their way. */
abstract sealed class Bare implements Crossing permits Direct, Restricted {
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
    public Optional<String> resultMemory() {
        return Optional.empty();
    }

    @Override
    public boolean resultInScratch() {
        return false;
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
}
