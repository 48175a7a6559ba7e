package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;

/** An array in a struct, or a global one: a pointer to its first element. As a parameter, C makes it a pointer. */
final class ArrayCrossing extends Restricted {
    private final Pointee element;
    private final boolean openEnded;
    private final boolean text;

    /**
     * @param text whether its elements are characters
     */
    ArrayCrossing(Pointee element, boolean openEnded, boolean text) {
        this.element = element;
        this.openEnded = openEnded;
        this.text = text;
    }

    @Override
    public String javaType() {
        return element.pointerClass();
    }

    @Override
    public Pointee pointee() {
        return element;
    }

    @Override
    public String load(Place place) {
        return element.pointerType() + ".at(" + place.memory(place.size()) + ")";
    }

    @Override
    public Optional<String> store(Place place) {
        return Optional.empty();
    }

    @Override
    public boolean inPlace() {
        return true;
    }

    @Override
    public boolean openEnded() {
        return openEnded;
    }

    @Override
    public String shownBy() {
        return text && !openEnded ? "showText" : "showAddress";
    }
}
