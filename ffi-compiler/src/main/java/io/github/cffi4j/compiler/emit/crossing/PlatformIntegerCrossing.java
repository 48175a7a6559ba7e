package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.compiler.resolve.ResolvedType;
import java.util.Optional;

/** An integer whose width and sign are the platform's, such as {@code long}: a Java {@code long}. */
final class PlatformIntegerCrossing extends Integral {
    private final String field;
    private final Pointee pointee;

    /**
     * @param qualified the name of the class of a pointer to it
     */
    PlatformIntegerCrossing(ResolvedType.PlatformInteger type, String qualified) {
        this.field = NativeFields.expression(NativeFields.of(type));
        this.pointee = Pointee.of(type.javaName(), qualified + ".TYPE").encoded("wide(%s, " + field + ".size())");
    }

    @Override
    public String javaType() {
        return "long";
    }

    @Override
    public Carrier carrier() {
        return Carrier.LONG;
    }

    @Override
    public Pointee pointee() {
        return pointee;
    }

    @Override
    Optional<String> checker() {
        return Optional.of(field + ".check");
    }

    @Override
    String fromC(String value) {
        return value;
    }

    @Override
    public String load(Place place) {
        return place.readBy(field);
    }

    @Override
    public Optional<String> store(Place place) {
        return Optional.of(place.writeChecked(field));
    }
}
