package io.github.cffi4j.benchmark.runtime;

import com.sun.jna.Memory;

/** JNA: structs as it copies them before and after each call, fields by its pointers. */
final class JnaBinding implements Binding {
    private static final int SIZE = 24;

    private final JnaCalls.Point point = new JnaCalls.Point();
    private final JnaCalls.Reading reading = new JnaCalls.Reading();
    private final Memory readings = new Memory((long) STRUCTS * SIZE);
    private final Memory values = new Memory((long) STRUCTS * Integer.BYTES);
    private final JnaCalls.Combination combine = Binding::combine;
    private final JnaCalls.Comparison compare = (a, b) -> Integer.compare(a.getInt(0), b.getInt(0));

    JnaBinding() {
        point.x = 3;
        point.y = 4;
        fill(reading, 1);
    }

    @Override
    public int add(int a, int b) {
        return JnaCalls.add(a, b);
    }

    @Override
    public double multiply(double a, double b) {
        return JnaCalls.multiply(a, b);
    }

    @Override
    public double structByPointer() {
        return JnaCalls.total(reading);
    }

    @Override
    public double structByValue() {
        return JnaCalls.sum(point);
    }

    @Override
    public int length(String text) {
        return JnaCalls.length(text);
    }

    @Override
    public String greeting() {
        return JnaCalls.greeting();
    }

    @Override
    public int checksum(byte[] bytes) {
        return JnaCalls.checksum(bytes, bytes.length);
    }

    @Override
    public int readFields() {
        int sum = 0;
        for (int i = 0; i < STRUCTS; i++) {
            sum += readings.getInt((long) i * SIZE);
        }
        return sum;
    }

    @Override
    public void writeFields(int value) {
        for (int i = 0; i < STRUCTS; i++) {
            readings.setInt((long) i * SIZE, value);
        }
    }

    @Override
    public double allocateFillCallFree(int id) {
        JnaCalls.Reading own = new JnaCalls.Reading();
        fill(own, id);
        return JnaCalls.total(own);
    }

    @Override
    public int repeat(int times) {
        return JnaCalls.repeat(combine, times);
    }

    @Override
    public int sort(int[] from) {
        values.write(0, from, 0, from.length);
        JnaCalls.sort(values, from.length, compare);
        return values.getInt((long) (from.length / 2) * Integer.BYTES);
    }

    private static void fill(JnaCalls.Reading reading, int id) {
        reading.id = id;
        reading.value = 2;
        reading.time = 3;
    }
}
