package io.github.cffi4j.generated;

import java.lang.foreign.MemoryLayout;
import java.util.ArrayList;
import java.util.List;

/** Structs and unions that are passed by value, as {@link CallShape} writes them: {@code [s0,1;2:s4;3:a]}. */
final class StructLayouts {
    private final String text;
    private final long[] values;
    private int at;

    private StructLayouts(String text, long[] values) {
        this.text = text;
        this.values = values;
    }

    static boolean isStruct(String type) {
        return type.charAt(0) == '[';
    }

    /**
     * The layout on this platform.
     *
     * @throws UnsupportedOperationException if java.lang.foreign passes no such struct
     */
    static MemoryLayout of(String text, long[] values) {
        try {
            return new StructLayouts(text, values).struct();
        } catch (IllegalArgumentException e) {
            throw new UnsupportedOperationException(
                    "java.lang.foreign cannot pass this struct by value: " + e.getMessage(), e);
        }
    }

    private MemoryLayout struct() {
        at++;
        boolean union = text.charAt(at++) == 'u';
        long size = values[number()];
        at++;
        long alignment = values[number()];
        List<MemoryLayout> members = new ArrayList<>();
        long end = 0;
        while (text.charAt(at) == ';') {
            at++;
            long offset = values[number()];
            at++;
            MemoryLayout member = member();
            if (!union) {
                if (offset < end) {
                    throw new IllegalArgumentException("its fields overlap");
                }
                if (offset > end) {
                    members.add(MemoryLayout.paddingLayout(offset - end));
                }
                end = offset + member.byteSize();
            }
            members.add(member);
        }
        at++;
        if (!union && size > end) {
            members.add(MemoryLayout.paddingLayout(size - end));
        }
        MemoryLayout[] all = members.toArray(MemoryLayout[]::new);
        MemoryLayout layout = union ? MemoryLayout.unionLayout(all) : MemoryLayout.structLayout(all);
        if (layout.byteSize() != size || layout.byteAlignment() != alignment) {
            throw new IllegalArgumentException("it is laid out in an unusual way");
        }
        return layout;
    }

    private MemoryLayout member() {
        MemoryLayout element = text.charAt(at) == '[' ? struct() : SystemCall.value(CallShape.told(word(), values));
        if (text.charAt(at) != '*') {
            return element;
        }
        at++;
        return MemoryLayout.sequenceLayout(values[number()] / element.byteSize(), element);
    }

    private String word() {
        int start = at;
        while (";]*".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private int number() {
        int start = at;
        while (Character.isDigit(text.charAt(at))) {
            at++;
        }
        return Integer.parseInt(text, start, at, 10);
    }
}
