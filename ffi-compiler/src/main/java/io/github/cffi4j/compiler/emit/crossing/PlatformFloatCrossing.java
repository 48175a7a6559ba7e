package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.compiler.resolve.ResolvedType;
import java.util.Optional;

/** A floating type whose format is the platform's, such as {@code long double}: a Java {@code double}. */
final class PlatformFloatCrossing extends Floating {
    private final String field;
    private final Pointee pointee;

    /**
     * @param qualified the name of the class of a pointer to it
     */
    PlatformFloatCrossing(ResolvedType.PlatformFloat type, String qualified) {
        this.field = NativeFields.expression(NativeFields.of(type));
        this.pointee = Pointee.of(type.javaName(), qualified + ".TYPE");
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
