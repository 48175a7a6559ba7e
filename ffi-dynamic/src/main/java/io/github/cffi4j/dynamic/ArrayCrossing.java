package io.github.cffi4j.dynamic;

import io.github.cffi4j.BytePointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.PointerType;
import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.CType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An array in a struct or a variable: Java has a pointer to its first element, with its bounds. */
final class ArrayCrossing extends Crossing {
    private final Crossing element;
    private final long count;

    /**
     * @param count negative if only the memory around it tells
     */
    ArrayCrossing(String spelling, Crossing element, long count) {
        super(spelling, CType.Scalar.VOID);
        this.element = element;
        this.count = count;
    }

    Crossing element() {
        return element;
    }

    @Override
    CType passed() {
        if (size() > 64 * 1024) {
            throw new UnsupportedOperationException("a struct of this size is not passed by value");
        }
        return CType.array((int) Math.max(0, count), element.passed());
    }

    @Override
    long size() {
        return Math.max(0, count) * element.size();
    }

    @Override
    long alignment() {
        return element.alignment();
    }

    @Override
    Class<?> javaType() {
        return pointerType().at(Segment.ofAddress(Segment.ADDRESS_SIZE)).getClass();
    }

    @Override
    PointerType<? extends Pointer> pointerType() {
        return element.pointerType();
    }

    @Override
    Object load(Segment segment, long offset) {
        return pointerType().at(part(segment, offset));
    }

    private Segment part(Segment segment, long offset) {
        return count < 0 ? segment.from(offset) : segment.slice(offset, size());
    }

    @Override
    void store(Segment segment, long offset, @Nullable Object value, String what) {
        boolean bytes = takesText();
        byte[] content;
        if (bytes && value instanceof byte[] given) {
            content = given;
        } else if (bytes && value instanceof String text && text.indexOf(0) < 0) {
            content = text.getBytes(StandardCharsets.UTF_8);
        } else {
            throw wrong(value, what, bytes ? "a String or a byte[]" : "no value; get it, and write its elements");
        }
        Segment array = part(segment, offset);
        if (content.length > array.byteSize()) {
            throw new IndexOutOfBoundsException(
                    what + " (" + spelling() + ") cannot hold " + content.length + " bytes");
        }
        array.copyFrom(content, content.length);
        if (content.length < array.byteSize()) {
            array.setByte(content.length, (byte) 0);
        }
    }

    @Override
    long word(@Nullable Object value, CallFrame frame, Parameter parameter) {
        throw new IllegalStateException("C passes no arrays");
    }

    @Override
    Object value(long word) {
        throw new IllegalStateException("C returns no arrays");
    }

    /** Returns true if a string can be set. */
    boolean takesText() {
        return element instanceof IntegerCrossing && element.size() == 1;
    }

    /** Returns the text up to the NUL, or to the end. */
    String text(Segment segment, long offset) {
        BytePointer array = BytePointer.TYPE.at(part(segment, offset));
        return array.string(array.segment().byteSize());
    }
}
