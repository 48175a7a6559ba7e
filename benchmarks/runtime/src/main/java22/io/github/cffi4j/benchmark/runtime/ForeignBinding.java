package io.github.cffi4j.benchmark.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** java.lang.foreign by hand. */
@SuppressWarnings("restricted")
final class ForeignBinding implements Binding {
    private static final VarHandle ID = field("id");
    private static final VarHandle VALUE = field("value");
    private static final VarHandle TIME = field("time");

    private final MemorySegment point = Arena.global().allocate(ForeignCalls.POINT);
    private final MemorySegment reading = filled(Arena.global(), 1);
    private final MemorySegment readings = Arena.global().allocate(ForeignCalls.READING, STRUCTS);
    private final MemorySegment values = Arena.global().allocate(JAVA_INT, STRUCTS);
    private final MemorySegment combine;
    private final MemorySegment compare;

    ForeignBinding() throws ReflectiveOperationException {
        point.set(JAVA_DOUBLE, 0, 3);
        point.set(JAVA_DOUBLE, 8, 4);
        combine = ForeignCalls.stub(
                MethodHandles.lookup(), "combine", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
        FunctionDescriptor comparison =
                FunctionDescriptor.of(JAVA_INT, ADDRESS.withTargetLayout(JAVA_INT), ADDRESS.withTargetLayout(JAVA_INT));
        compare = ForeignCalls.stub(MethodHandles.lookup(), "compare", comparison);
    }

    @Override
    public int add(int a, int b) {
        return ForeignCalls.add(a, b);
    }

    @Override
    public int addCritical(int a, int b) {
        return ForeignCalls.addCritical(a, b);
    }

    @Override
    public double multiply(double a, double b) {
        return ForeignCalls.multiply(a, b);
    }

    @Override
    public double twelve(int a, double b) {
        return ForeignCalls.twelve(a, b, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Override
    public double structByPointer() {
        return ForeignCalls.total(reading);
    }

    @Override
    public double structByValue() {
        return ForeignCalls.sum(point);
    }

    @Override
    public int length(String text) {
        try (Arena arena = Arena.ofConfined()) {
            return ForeignCalls.length(arena.allocateFrom(text));
        }
    }

    @Override
    public String greeting() {
        return ForeignCalls.greeting().reinterpret(Long.MAX_VALUE).getString(0);
    }

    @Override
    public int checksum(byte[] bytes) {
        return ForeignCalls.checksum(MemorySegment.ofArray(bytes), bytes.length);
    }

    @Override
    public int readFields() {
        int sum = 0;
        for (int i = 0; i < STRUCTS; i++) {
            sum += (int) ID.get(readings, 0L, (long) i);
        }
        return sum;
    }

    @Override
    public void writeFields(int value) {
        for (int i = 0; i < STRUCTS; i++) {
            ID.set(readings, 0L, (long) i, value);
        }
    }

    @Override
    public double allocateFillCallFree(int id) {
        try (Arena arena = Arena.ofConfined()) {
            return ForeignCalls.total(filled(arena, id));
        }
    }

    @Override
    public int repeat(int times) {
        return ForeignCalls.repeat(combine, times);
    }

    @Override
    public int sort(int[] from) {
        MemorySegment.copy(from, 0, values, JAVA_INT, 0, from.length);
        ForeignCalls.sort(values, from.length, compare);
        return values.getAtIndex(JAVA_INT, from.length / 2);
    }

    /** Called by C. */
    private static int combine(int a, int b) {
        return Binding.combine(a, b);
    }

    /** Called by C. */
    private static int compare(MemorySegment a, MemorySegment b) {
        return Integer.compare(a.get(JAVA_INT, 0), b.get(JAVA_INT, 0));
    }

    private static MemorySegment filled(Arena arena, int id) {
        MemorySegment reading = arena.allocate(ForeignCalls.READING);
        ID.set(reading, 0L, 0L, id);
        VALUE.set(reading, 0L, 0L, 2.0);
        TIME.set(reading, 0L, 0L, 3L);
        return reading;
    }

    private static VarHandle field(String name) {
        return ForeignCalls.READING.arrayElementVarHandle(PathElement.groupElement(name));
    }
}
