package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.cdef.model.ScalarKind;
import io.github.cffi4j.compiler.naming.StandardNames;
import java.util.Optional;

/** An integer of one width everywhere: a Java {@code int} or {@code long} that holds each of its values. */
final class IntegerCrossing extends Integral {
    private final ScalarKind kind;

    IntegerCrossing(ScalarKind kind) {
        this.kind = kind;
    }

    @Override
    public String javaType() {
        return StandardNames.javaType(kind);
    }

    @Override
    public Carrier carrier() {
        return javaType().equals("int") ? Carrier.INT : Carrier.LONG;
    }

    @Override
    public Pointee pointee() {
        Pointee pointee = Pointee.standard(StandardNames.pointerClass(kind)).in(array());
        return switch (kind) {
            case UINT16 -> pointee.encoded("wide(%s, Short.BYTES)");
            case UINT32 -> pointee.encoded("wide(%s, Integer.BYTES)");
            default -> pointee.encoded("utf8(%s)");
        };
    }

    private Carrier array() {
        return switch (kind.bytes()) {
            case Byte.BYTES -> Carrier.BYTES;
            case Short.BYTES -> Carrier.SHORTS;
            case Integer.BYTES -> Carrier.INTS;
            default -> Carrier.LONGS;
        };
    }

    @Override
    Optional<String> checker() {
        return switch (kind) {
            case CHAR -> Optional.of("Checked.char_");
            case INT8 -> Optional.of("Checked.int8");
            case UINT8 -> Optional.of("Checked.uint8");
            case INT16 -> Optional.of("Checked.int16");
            case UINT16 -> Optional.of("Checked.uint16");
            case UINT32 -> Optional.of("Checked.uint32");
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<String> range() {
        return switch (kind) {
            case CHAR -> Optional.of("-128 to 255");
            case INT8 -> Optional.of("-128 to 127");
            case UINT8 -> Optional.of("0 to 255");
            case INT16 -> Optional.of("-32768 to 32767");
            case UINT16 -> Optional.of("0 to 65535");
            case UINT32 -> Optional.of("0 to 4294967295");
            case UINT64 -> Optional.of("unsigned in C: -1 is the greatest value");
            default -> Optional.empty();
        };
    }

    @Override
    String fromC(String value) {
        return value;
    }

    /** Java sees 0 to 255, whether the platform's {@code char} is signed or not. */
    @Override
    public String returnedInC(String type, String call, int place) {
        return kind == ScalarKind.CHAR
                ? "return (ffi_jint)(unsigned char)(" + call + ");"
                : super.returnedInC(type, call, place);
    }

    @Override
    public String toSlotInC(String slot, int index, String struct) {
        return kind == ScalarKind.CHAR
                ? slot + ".ffi_i = (ffi_jlong)(unsigned char)ffi_" + index + ";"
                : super.toSlotInC(slot, index, struct);
    }

    @Override
    public String load(Place place) {
        String value = place.read(width());
        return switch (kind) {
            case CHAR, UINT8 -> value + " & 0xFF";
            case UINT16 -> value + " & 0xFFFF";
            case UINT32 -> value + " & 0xFFFF_FFFFL";
            default -> value;
        };
    }

    @Override
    public Optional<String> store(Place place) {
        return Optional.of(
                checked() ? place.writeChecked("IntegerType." + kind.name()) : place.write(width(), "value"));
    }

    private String width() {
        return switch (kind.bytes()) {
            case Byte.BYTES -> "Byte";
            case Short.BYTES -> "Short";
            case Integer.BYTES -> "Int";
            default -> "Long";
        };
    }
}
