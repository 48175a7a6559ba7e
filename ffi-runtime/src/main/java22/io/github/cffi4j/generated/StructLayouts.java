package io.github.cffi4j.generated;

import io.github.cffi4j.generated.CallType.Composite;
import io.github.cffi4j.generated.CallType.Member;
import io.github.cffi4j.generated.CallType.Scalar;
import java.lang.foreign.MemoryLayout;
import java.util.ArrayList;
import java.util.List;

/** Structs and unions that are passed by value, for java.lang.foreign. */
final class StructLayouts {
    private StructLayouts() {}

    /**
     * Returns the layout.
     *
     * @throws UnsupportedOperationException if java.lang.foreign passes no such struct
     */
    static MemoryLayout of(Composite struct) {
        try {
            return layout(struct);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedOperationException(
                    "java.lang.foreign cannot pass this struct by value: " + e.getMessage(), e);
        }
    }

    private static MemoryLayout layout(Composite struct) {
        List<MemoryLayout> members = new ArrayList<>();
        long end = 0;
        for (Member field : struct.members()) {
            MemoryLayout member = member(field);
            if (!struct.union()) {
                if (field.offset() < end) {
                    throw new IllegalArgumentException("its fields overlap");
                }
                if (field.offset() > end) {
                    members.add(MemoryLayout.paddingLayout(field.offset() - end));
                }
                end = field.offset() + member.byteSize();
            }
            members.add(member);
        }
        if (!struct.union() && struct.size() > end) {
            members.add(MemoryLayout.paddingLayout(struct.size() - end));
        }
        if (struct.union() && struct.size() > largest(members)) {
            members.add(MemoryLayout.paddingLayout(struct.size()));
        }
        MemoryLayout[] all = members.toArray(MemoryLayout[]::new);
        MemoryLayout layout = struct.union() ? MemoryLayout.unionLayout(all) : MemoryLayout.structLayout(all);
        if (layout.byteSize() != struct.size() || layout.byteAlignment() != struct.alignment()) {
            throw new IllegalArgumentException("it is laid out in an unusual way");
        }
        return layout;
    }

    private static long largest(List<MemoryLayout> members) {
        long largest = 0;
        for (MemoryLayout member : members) {
            largest = Math.max(largest, member.byteSize());
        }
        return largest;
    }

    private static MemoryLayout member(Member field) {
        MemoryLayout element =
                field.type() instanceof Composite inner ? layout(inner) : ForeignCall.value((Scalar) field.type());
        return field.arraySize() < 0
                ? element
                : MemoryLayout.sequenceLayout(field.arraySize() / element.byteSize(), element);
    }
}
