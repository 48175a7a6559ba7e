package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A type that C does not allow everywhere. Each kind says how it crosses in the places that it is allowed in;
 * {@code resolve} has refused it in all others.
 */
abstract sealed class Restricted extends Bare permits VoidCrossing, ArrayCrossing, ArgumentListCrossing {
    private IllegalStateException refused() {
        return new IllegalStateException("refused when resolving: " + getClass().getSimpleName());
    }

    @Override
    public Carrier carrier() {
        throw refused();
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
    public Optional<String> range() {
        return Optional.empty();
    }

    @Override
    public boolean kept() {
        throw refused();
    }

    @Override
    public Carrier resultCarrier() {
        throw refused();
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
    public String fromSlot(Slot slot) {
        throw refused();
    }

    @Override
    public String toSlot(Slot slot, Value value, UnaryOperator<String> sizes) {
        throw refused();
    }

    @Override
    public String toSlotInC(String slot, int index, String struct) {
        throw refused();
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
    public String shownBy() {
        throw refused();
    }
}
