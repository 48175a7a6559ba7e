package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;

/** A floating type whose format is the platform's, such as {@code long double}: a Java {@code double}. */
final class PlatformFloatCrossing extends Floating {
    private final String field;
    private final Pointee pointee;

    /**
     * @param pointerClass the class of a pointer to it
     * @param qualified its name, whatever a parameter is called
     * @param field the expression for its {@code FloatingType}
     */
    PlatformFloatCrossing(String pointerClass, String qualified, String field) {
        this.field = field;
        this.pointee = Pointee.of(pointerClass, qualified + ".TYPE");
    }

    @Override
    public String javaType() {
        return "double";
    }

    @Override
    public Carrier carrier() {
        return Carrier.DOUBLE;
    }

    @Override
    public Pointee pointee() {
        return pointee;
    }

    @Override
    public String load(Place place) {
        return place.readBy(field);
    }

    @Override
    public Optional<String> store(Place place) {
        return Optional.of(place.writeBy(field));
    }
}
