package io.github.cffi4j.dynamic;

import io.github.cffi4j.BytePointer;
import io.github.cffi4j.CTypes;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.IntegerType;
import io.github.cffi4j.LongPointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.PointerType;
import io.github.cffi4j.Segment;
import io.github.cffi4j.ShortPointer;
import io.github.cffi4j.engine.CType;
import io.github.cffi4j.engine.CType.Scalar;
import io.github.cffi4j.generated.Checked;
import org.jspecify.annotations.Nullable;

/** Integers and enums. Java has an {@code int} if that holds all values on every platform, otherwise a {@code long}. */
final class IntegerCrossing extends Crossing {
    private final IntegerType type;
    private final boolean narrow;
    private final boolean character;
    private final boolean text;

    /**
     * @param type {@link IntegerType#CHAR} for plain {@code char}
     * @param signed the sign as C has it, which for {@code char} depends on the platform
     * @param text whether C's text is made of it: {@code char}, {@code wchar_t} and the like
     */
    IntegerCrossing(String spelling, IntegerType type, boolean signed, boolean text) {
        super(spelling, passed(type.size(), signed));
        this.type = type;
        this.character = type == IntegerType.CHAR;
        this.text = text;
        this.narrow =
                !type.platformWide() && (type.size() < Integer.BYTES || type.size() == Integer.BYTES && type.signed());
    }

    private static CType passed(int size, boolean signed) {
        return switch (size) {
            case 1 -> signed ? Scalar.INT8 : Scalar.UINT8;
            case 2 -> signed ? Scalar.INT16 : Scalar.UINT16;
            case 4 -> signed ? Scalar.INT32 : Scalar.UINT32;
            default -> Scalar.INT64;
        };
    }

    /** Returns how wide the characters are that such a pointer takes a string of; 0 if it takes none. */
    int characterBytes() {
        return text ? type.size() : 0;
    }

    /** Returns true for {@code unsigned char} and {@code uint8_t}, of which buffers are made. */
    boolean unsignedByte() {
        return !character && type.size() == 1 && !type.signed();
    }

    boolean plainCharacter() {
        return character;
    }

    /** Returns true if its width depends on the platform. */
    boolean platformWide() {
        return type.platformWide();
    }

    /** Returns the method of {@link Checked} that a Java value of the declared type needs; empty if it always fits. */
    String check() {
        if (character) {
            return "char_";
        } else if (type.size() == Integer.BYTES) {
            return narrow ? "" : "uint32";
        } else if (type.size() == Short.BYTES) {
            return type.signed() ? "int16" : "uint16";
        } else if (type.size() == Byte.BYTES) {
            return type.signed() ? "int8" : "uint8";
        }
        return "";
    }

    @Override
    Class<?> javaType() {
        return narrow ? int.class : long.class;
    }

    @Override
    PointerType<? extends Pointer> pointerType() {
        if (type.platformWide()) {
            switch (type.name()) {
                case "long":
                    return CTypes.c_long.TYPE;
                case "unsigned long":
                    return CTypes.c_ulong.TYPE;
                case "size_t":
                    return CTypes.size_t.TYPE;
                case "ssize_t":
                    return CTypes.ssize_t.TYPE;
                case "ptrdiff_t":
                    return CTypes.ptrdiff_t.TYPE;
                case "intptr_t":
                    return CTypes.intptr_t.TYPE;
                case "uintptr_t":
                    return CTypes.uintptr_t.TYPE;
                case "wchar_t":
                    return CTypes.wchar_t.TYPE;
                default:
                    break;
            }
        }
        return switch (type.size()) {
            case 1 -> BytePointer.TYPE;
            case 2 -> ShortPointer.TYPE;
            case 4 -> IntPointer.TYPE;
            default -> LongPointer.TYPE;
        };
    }

    @Override
    Object load(Segment segment, long offset) {
        return boxed(type.get(segment, offset));
    }

    @Override
    void store(Segment segment, long offset, @Nullable Object value, String what) {
        long number = number(value, what);
        if (character) {
            BytePointer.TYPE.at(segment.from(offset)).set(0, number == (int) number ? (int) number : Integer.MAX_VALUE);
        } else {
            type.set(segment, offset, number, what);
        }
    }

    @Override
    long word(@Nullable Object value, CallFrame frame, Parameter parameter) {
        long number = number(value, parameter.place());
        if (!character) {
            return type.check(number, parameter.function(), parameter.name());
        }
        int narrowed = number == (int) number ? (int) number : Integer.MAX_VALUE;
        int checked = Checked.char_(narrowed, parameter.function(), parameter.name());
        return passed() == Scalar.INT8 ? (byte) checked : checked & 0xFF;
    }

    @Override
    Object value(long word) {
        return boxed(character ? word & 0xFF : word);
    }

    /** Returns a number as Java has it. */
    Object boxed(long number) {
        return narrow ? (Object) (int) number : (Object) number;
    }

    /** Returns an integer of Java's as a {@code long}. */
    long number(@Nullable Object value, String what) {
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        } else if (value instanceof Character letter) {
            return letter;
        }
        throw wrong(value, what, "an integer");
    }
}
