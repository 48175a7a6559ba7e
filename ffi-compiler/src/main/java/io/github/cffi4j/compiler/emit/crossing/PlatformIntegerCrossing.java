package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;

/** An integer whose width and sign are the platform's, such as {@code long}: a Java {@code long}. */
final class PlatformIntegerCrossing extends Integral {
    private final String cName;
    private final String field;
    private final Pointee pointee;

    /**
     * @param cName how C spells the type
     * @param pointerClass the class of a pointer to it
     * @param qualified its name, whatever a parameter is called
     * @param field the expression for its {@code IntegerType}
     */
    PlatformIntegerCrossing(String cName, String pointerClass, String qualified, String field) {
        this.cName = cName;
        this.field = field;
        this.pointee = Pointee.of(pointerClass, qualified + ".TYPE").encoded("wide(%s, " + field + ".size())");
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
    public Optional<String> range() {
        return switch (cName) {
            case "size_t", "uintptr_t" -> Optional.of("0 or more; -1 is the greatest {@code " + cName + "}");
            case "unsigned long" -> Optional.of("0 or more, in 32 bits on Windows; -1 is the greatest value");
            case "long" -> Optional.of("a C {@code long}, which has 32 bits on Windows");
            default -> Optional.empty();
        };
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
