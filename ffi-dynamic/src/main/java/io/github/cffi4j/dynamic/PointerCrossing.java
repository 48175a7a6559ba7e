package io.github.cffi4j.dynamic;

import io.github.cffi4j.Pointer;
import io.github.cffi4j.PointerType;
import io.github.cffi4j.Ref;
import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.CType.Scalar;
import io.github.cffi4j.generated.Checked;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Pointers to data. Their target is looked up when it is needed: a struct may point to itself. */
final class PointerCrossing extends Crossing {
    private final Types types;
    private final io.github.cffi4j.cdef.CType targetType;
    private final boolean readOnly;
    private volatile @Nullable Crossing target;
    private volatile @Nullable PointerType<? extends Pointer> pointerType;

    /**
     * @param readOnly whether C promises not to write there
     */
    PointerCrossing(String spelling, Types types, io.github.cffi4j.cdef.CType targetType, boolean readOnly) {
        super(spelling, Scalar.POINTER);
        this.types = types;
        this.targetType = targetType;
        this.readOnly = readOnly;
    }

    /** Returns the type that it points to. Java sees a pointer to an array as one to its first element. */
    Crossing target() {
        Crossing found = target;
        if (found == null) {
            found = types.target(targetType);
            while (found instanceof ArrayCrossing array) {
                found = array.element();
            }
            target = found;
        }
        return found;
    }

    @Override
    Class<?> javaType() {
        // A pointer is only an address: none is read here.
        return target().pointerType()
                .at(Segment.ofAddress(Segment.ADDRESS_SIZE))
                .getClass();
    }

    @Override
    PointerType<? extends Pointer> pointerType() {
        PointerType<? extends Pointer> found = pointerType;
        if (found == null) {
            found = Ref.type(target().pointerType());
            pointerType = found;
        }
        return found;
    }

    @Override
    @Nullable Pointer load(Segment segment, long offset) {
        return value(segment.getAddress(offset));
    }

    @Override
    void store(Segment segment, long offset, @Nullable Object value, String what) {
        if (value instanceof String || value instanceof byte[] || value instanceof ByteBuffer) {
            throw wrong(value, what, "memory that lives as long as C uses it, as of arena.string(...)");
        }
        segment.setAddress(offset, address(value, what));
    }

    @Override
    long word(@Nullable Object value, CallFrame frame, Parameter parameter) {
        if (value instanceof String text) {
            return text(text, frame, parameter);
        } else if (value instanceof byte[] || value instanceof ByteBuffer) {
            return data(value, frame, parameter);
        }
        String place = parameter.place();
        long address = address(value, place);
        return parameter.leastBytes() == 0
                ? address
                : Checked.array(value, parameter.leastBytes(), parameter.function(), parameter.name());
    }

    /** Returns true if a parameter takes a string. */
    boolean takesText() {
        return readOnly && target() instanceof IntegerCrossing integer && integer.characterBytes() > 0;
    }

    /** Returns true if a parameter takes a {@code byte[]}. */
    boolean takesBytes() {
        return takesData() || target() instanceof IntegerCrossing integer && integer.unsignedByte();
    }

    /** Returns true if a parameter takes data of any kind, to read. */
    boolean takesData() {
        return readOnly && target() instanceof VoidCrossing;
    }

    private long text(String text, CallFrame frame, Parameter parameter) {
        String place = parameter.place();
        int width = target() instanceof IntegerCrossing integer ? integer.characterBytes() : 0;
        if (width == 0) {
            throw wrong(text, place, accepted());
        } else if (!readOnly) {
            throw new IllegalArgumentException(
                    place + " (" + spelling()
                            + ") is not const: C may write there; pass arena.string(...), or memory of the size that C expects");
        }
        frame.requireShortUse(place, "return memory that lives longer, as of arena.string(...)");
        return frame.scratch().wide(text, width);
    }

    private long data(Object data, CallFrame frame, Parameter parameter) {
        String place = parameter.place();
        frame.requireShortUse(place, "return memory that lives longer, as of BytePointer.of(arena, ...)");
        boolean bytes = target() instanceof IntegerCrossing integer && integer.unsignedByte();
        if (data instanceof byte[] array && bytes) {
            Checked.array(array, parameter.leastBytes(), parameter.function(), parameter.name());
            return readOnly ? frame.scratch().bytes(array) : frame.scratch().written(array);
        } else if (takesData()) {
            return frame.scratch().data(data, parameter.function(), parameter.name());
        }
        throw wrong(data, place, accepted());
    }

    private long address(@Nullable Object value, String what) {
        if (value == null) {
            return 0;
        } else if (!(value instanceof Pointer pointer) || !fits(pointer)) {
            throw wrong(value, what, accepted());
        } else {
            return Pointer.address(pointer);
        }
    }

    private boolean fits(Pointer value) {
        Crossing to = target();
        if (to instanceof VoidCrossing || value.getClass() == Pointer.class) {
            return true;
        } else if (to instanceof StructCrossing struct) {
            return value instanceof StructView view && view.layout().same(struct.layout());
        } else if (to instanceof OpaqueCrossing opaque) {
            return opaque.isTypeOf(value);
        }
        return to.pointerType().at(value.segment()).getClass() == value.getClass();
    }

    private String accepted() {
        Crossing to = target();
        String text = takesText() ? "a String, " : "";
        String data = takesBytes() ? "a byte[], " : "";
        if (to instanceof VoidCrossing) {
            return takesData() ? "a byte[], a ByteBuffer or any Pointer" : "a Pointer";
        }
        String pointer = to instanceof StructCrossing || to instanceof OpaqueCrossing
                ? "a pointer to " + to.spelling()
                : article(to.pointerType().toString());
        return text + data + pointer + " or a plain Pointer";
    }

    @Override
    @Nullable Pointer value(long word) {
        return target().pointerType().at(word);
    }
}
