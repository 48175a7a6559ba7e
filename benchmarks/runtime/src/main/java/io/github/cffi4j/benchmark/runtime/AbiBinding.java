package io.github.cffi4j.benchmark.runtime;

import io.github.cffi4j.Arena;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.benchmark.abi.Workload;

/** The same methods, without native code of the binding's own: the engine calls C, or java.lang.foreign. */
final class AbiBinding implements Binding {
    private final Workload.point point = Workload.point.allocate().x(3).y(4);
    private final Workload.reading reading =
            Workload.reading.allocate().id(1).value(2).time(3);
    private final Workload.reading readings = Workload.reading.TYPE.allocate(STRUCTS);
    private final IntPointer values = IntPointer.allocate(STRUCTS);

    @Override
    public int add(int a, int b) {
        return Workload.add(a, b);
    }

    @Override
    public int addCritical(int a, int b) {
        return Workload.add_critical(a, b);
    }

    @Override
    public double multiply(double a, double b) {
        return Workload.multiply(a, b);
    }

    @Override
    public double twelve(int a, double b) {
        return Workload.twelve(a, b, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Override
    public double structByPointer() {
        return Workload.total(reading);
    }

    @Override
    public double structByValue() {
        return Workload.sum(point);
    }

    @Override
    public int length(String text) {
        return Workload.length(text);
    }

    @Override
    public String greeting() {
        return Workload.greeting().string();
    }

    @Override
    public int checksum(byte[] bytes) {
        return Workload.checksum(bytes, bytes.length);
    }

    @Override
    public int readFields() {
        int sum = 0;
        for (int i = 0; i < STRUCTS; i++) {
            sum += readings.get(i).id();
        }
        return sum;
    }

    @Override
    public void writeFields(int value) {
        for (int i = 0; i < STRUCTS; i++) {
            readings.get(i).id(value);
        }
    }

    @Override
    public double allocateFillCallFree(int id) {
        try (Arena arena = Arena.open()) {
            return Workload.total(
                    Workload.reading.allocate(arena).id(id).value(2).time(3));
        }
    }

    @Override
    public int repeat(int times) {
        return Workload.repeat(Binding::combine, times);
    }

    @Override
    public int sort(int[] from) {
        values.setAll(from);
        Workload.sort(
                values,
                from.length,
                (a, b) ->
                        Integer.compare(IntPointer.at(a).get(), IntPointer.at(b).get()));
        return values.get(from.length / 2);
    }
}
