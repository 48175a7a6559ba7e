package io.github.cffi4j.dynamic;

import io.github.cffi4j.Pointer;
import io.github.cffi4j.PointerType;
import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.CType;
import io.github.cffi4j.engine.CType.Member;
import io.github.cffi4j.generated.Checked;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Structs and unions. Calls copy them; a field that is one is a view of the memory around it. */
final class StructCrossing extends Crossing {
    private final StructLayout layout;

    StructCrossing(String spelling, StructLayout layout) {
        super(spelling, CType.Scalar.VOID);
        this.layout = layout;
    }

    StructLayout layout() {
        return layout;
    }

    @Override
    CType passed() {
        List<Member> members = new ArrayList<>();
        for (StructField field : layout.fields().values()) {
            if (field.bits() == null) {
                if (field.type().size() > 0) {
                    members.add(new Member(field.offset(), field.type().passed()));
                }
            } else {
                long unit = field.type().size();
                members.add(new Member(
                        field.bits().start() / Byte.SIZE / unit * unit,
                        field.type().passed()));
            }
        }
        return new CType.Composite(layout.size(), layout.alignment(), members);
    }

    @Override
    long size() {
        return layout.size();
    }

    @Override
    long alignment() {
        return layout.alignment();
    }

    @Override
    Class<?> javaType() {
        return StructView.class;
    }

    @Override
    PointerType<? extends Pointer> pointerType() {
        return layout.type();
    }

    @Override
    boolean passedByAddress() {
        return true;
    }

    @Override
    Object load(Segment segment, long offset) {
        return layout.type().at(segment.slice(offset, size()));
    }

    @Override
    void store(Segment segment, long offset, @Nullable Object value, String what) {
        segment.from(offset).copyFrom(view(value, what).segment(), size());
    }

    @Override
    long word(@Nullable Object value, CallFrame frame, Parameter parameter) {
        StructView view = value == null ? null : view(value, parameter.place());
        return Checked.value(view, size(), parameter.function(), parameter.name());
    }

    private StructView view(@Nullable Object value, String what) {
        if (value instanceof StructView view && view.layout().same(layout)) {
            return view;
        }
        throw wrong(value, what, "a " + layout.name());
    }

    /** Copies it: what a call returns, or passes to a callback, is gone afterwards. */
    @Override
    Object value(long word) {
        StructView copy = layout.type().allocate();
        copy.segment().copyFrom(Segment.ofAddress(word, size()), size());
        return copy;
    }
}
