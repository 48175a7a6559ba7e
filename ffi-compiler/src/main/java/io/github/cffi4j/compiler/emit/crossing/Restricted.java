package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.compiler.resolve.ResolvedFunction.Parameter;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A type that C does not allow everywhere. Each kind says how it crosses in the places that it is allowed in;
 * {@code resolve} has refused it in all others.
 */
abstract sealed class Restricted implements Crossing permits VoidCrossing, ArrayCrossing, ArgumentListCrossing {
    private IllegalStateException refused() {
        return new IllegalStateException("refused when resolving: " + getClass().getSimpleName());
    }

    @Override
    public String returnedType() {
        return javaType();
    }

    @Override
    public Carrier carrier() {
        throw refused();
    }

    @Override
    public Argument in(Form form, Parameter parameter) {
        return this;
    }

    @Override
    public String toC(Value value) {
        throw refused();
    }

    @Override
    public boolean checked() {
        return false;
    }

    @Override
    public boolean scratch() {
        return false;
    }

    @Override
    public boolean kept() {
        throw refused();
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
        throw refused();
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
        throw refused();
    }

    @Override
    public Constant constant(String name, String getter) {
        throw refused();
    }

    @Override
    public InC argumentInC(String type, int index) {
        throw refused();
    }

    @Override
    public String returnedInC(String type, String call, int place) {
        throw refused();
    }

    @Override
    public String fromSlot(int offset) {
        throw refused();
    }

    @Override
    public String toSlot(Value value, UnaryOperator<String> sizes) {
        throw refused();
    }

    @Override
    public String toSlotInC(String slot, int index, String struct) {
        throw refused();
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
    public Optional<String> fromSlotInC(String type) {
        throw refused();
    }

    @Override
    public String load(Place place) {
        throw refused();
    }

    @Override
    public Optional<String> store(Place place) {
        throw refused();
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
        throw refused();
    }
}
