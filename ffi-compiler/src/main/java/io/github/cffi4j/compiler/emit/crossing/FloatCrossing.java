package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;

/** {@code float} or {@code double}: the same in Java. */
final class FloatCrossing extends Floating {
    private final boolean single;

    FloatCrossing(boolean single) {
        this.single = single;
    }

    @Override
    public String javaType() {
        return carrier().java();
    }

    @Override
    public Carrier carrier() {
        return single ? Carrier.FLOAT : Carrier.DOUBLE;
    }

    @Override
    public Pointee pointee() {
        return Pointee.standard(width() + "Pointer").in(single ? Carrier.FLOATS : Carrier.DOUBLES);
    }

    @Override
    public String load(Place place) {
        return place.read(width());
    }

    @Override
    public Optional<String> store(Place place) {
        return Optional.of(place.write(width(), "value"));
    }

    private String width() {
        return single ? "Float" : "Double";
    }
}
