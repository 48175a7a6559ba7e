package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A pointer to data: an object of Java's that has the address, or what a method takes instead of it. */
final class PointerCrossing extends Address {
    private final Pointee target;

    PointerCrossing(Pointee target, String width) {
        super(width);
        this.target = target;
    }

    @Override
    public String javaType() {
        return target.pointerClass();
    }

    @Override
    public Pointee pointee() {
        return Pointee.of("Ref<" + target.pointerClass() + ">", "Ref.type(" + target.pointerType() + ")");
    }

    @Override
    public Argument in(Form form, Parameter parameter) {
        return switch (form) {
            case POINTERS -> this;
            case STRINGS -> parameter.text() ? text() : this;
            case BYTES ->
                parameter.text() ? text() : parameter.bytes() ? new BytesArgument(parameter.contents()) : this;
            case ARRAYS -> target.array().<Argument>map(PinnedArgument::new).orElse(this);
        };
    }

    private Argument text() {
        return new TextArgument(target.encoding().orElseThrow());
    }

    @Override
    public String toC(Value value) {
        return value.bytes().isPresent() ? value.bounded() : checkedAddress(value.code());
    }

    @Override
    String fromC(String value) {
        return target.pointerType() + ".at(" + value + ")";
    }

    @Override
    public String toSlot(Slot slot, Value value, UnaryOperator<String> sizes) {
        return slot.store(checkedAddress(value.code()));
    }

    @Override
    public Optional<String> store(Place place) {
        return Optional.of(place.write(width, checkedAddress("value")));
    }

    private static String checkedAddress(String pointer) {
        return "Checked.address(" + pointer + ")";
    }

    @Override
    public String shownBy() {
        return "showAddress";
    }
}
