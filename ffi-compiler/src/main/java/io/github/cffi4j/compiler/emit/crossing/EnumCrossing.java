package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.compiler.resolve.ResolvedType;
import java.util.Optional;

/** An enum: a Java {@code int}, or a {@code long} if some enumerator does not fit. C's width is the platform's. */
final class EnumCrossing extends Integral {
    private final String field;
    private final boolean wide;

    EnumCrossing(ResolvedType.Enumeration type, boolean wide) {
        this.field = NativeFields.expression(NativeFields.ofEnum(type.cName()));
        this.wide = wide;
    }

    @Override
    public String javaType() {
        return wide ? "long" : "int";
    }

    @Override
    public Carrier carrier() {
        return Carrier.LONG;
    }

    @Override
    public Pointee pointee() {
        return Pointee.standard("IntPointer");
    }

    @Override
    Optional<String> checker() {
        return Optional.of(field + ".check");
    }

    @Override
    String fromC(String value) {
        return wide ? value : "(int) " + value;
    }

    @Override
    public String load(Place place) {
        return fromC(place.readBy(field));
    }

    @Override
    public Optional<String> store(Place place) {
        return Optional.of(place.writeChecked(field));
    }
}
