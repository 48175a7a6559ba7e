package io.github.cffi4j.benchmark.runtime;

import org.bytedeco.javacpp.IntPointer;

/** JavaCPP. */
final class JavaCppBinding implements Binding {
    // JavaCPP has ten C functions for each class; the eleventh object would be NULL, without a word.
    private static final JavaCppCalls.Combination COMBINE = new JavaCppCalls.Combination();
    private static final JavaCppCalls.Comparison COMPARE = new JavaCppCalls.Comparison();

    private final JavaCppCalls.Point point = new JavaCppCalls.Point().x(3).y(4);
    private final JavaCppCalls.Reading reading =
            new JavaCppCalls.Reading().id(1).value(2).time(3);
    private final JavaCppCalls.Reading readings = new JavaCppCalls.Reading(STRUCTS);
    private final IntPointer values = new IntPointer(STRUCTS);

    @Override
    public int add(int a, int b) {
        return JavaCppCalls.add(a, b);
    }

    @Override
    public double multiply(double a, double b) {
        return JavaCppCalls.multiply(a, b);
    }

    @Override
    public double structByPointer() {
        return JavaCppCalls.total(reading);
    }

    @Override
    public double structByValue() {
        return JavaCppCalls.sum(point);
    }

    @Override
    public int length(String text) {
        return JavaCppCalls.length(text);
    }

    @Override
    public String greeting() {
        return JavaCppCalls.greeting();
    }

    @Override
    public int checksum(byte[] bytes) {
        return JavaCppCalls.checksum(bytes, bytes.length);
    }

    @Override
    public int readFields() {
        int sum = 0;
        for (int i = 0; i < STRUCTS; i++) {
            sum += readings.position(i).id();
        }
        return sum;
    }

    @Override
    public void writeFields(int value) {
        for (int i = 0; i < STRUCTS; i++) {
            readings.position(i).id(value);
        }
    }

    @Override
    public double allocateFillCallFree(int id) {
        try (JavaCppCalls.Reading own = new JavaCppCalls.Reading()) {
            return JavaCppCalls.total(own.id(id).value(2).time(3));
        }
    }

    @Override
    public int repeat(int times) {
        return JavaCppCalls.repeat(COMBINE, times);
    }

    @Override
    public int sort(int[] from) {
        values.put(from, 0, from.length);
        JavaCppCalls.sort(values, from.length, COMPARE);
        return values.get(from.length / 2);
    }
}
