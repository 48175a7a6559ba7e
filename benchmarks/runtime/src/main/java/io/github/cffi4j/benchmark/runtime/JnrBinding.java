package io.github.cffi4j.benchmark.runtime;

import jnr.ffi.Memory;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;
import jnr.ffi.Struct;

/** JNR-FFI. */
final class JnrBinding implements Binding {
    private final JnrCalls calls = JnrCalls.load();
    private final Runtime runtime = Runtime.getRuntime(calls);
    private final JnrCalls.Reading reading = new JnrCalls.Reading(runtime);
    private final JnrCalls.Reading[] readings = Struct.arrayOf(runtime, JnrCalls.Reading.class, STRUCTS);
    private final Pointer values = Memory.allocateDirect(runtime, STRUCTS * Integer.BYTES);
    private final JnrCalls.Combination combine = Binding::combine;
    private final JnrCalls.Comparison compare = (a, b) -> Integer.compare(a.getInt(0), b.getInt(0));

    JnrBinding() {
        reading.useMemory(Memory.allocateDirect(runtime, Struct.size(reading)));
        reading.fill(1);
    }

    @Override
    public int add(int a, int b) {
        return calls.add(a, b);
    }

    @Override
    public double multiply(double a, double b) {
        return calls.multiply(a, b);
    }

    @Override
    public double structByPointer() {
        return calls.total(reading);
    }

    @Override
    public int length(String text) {
        return calls.length(text);
    }

    @Override
    public String greeting() {
        return calls.greeting();
    }

    @Override
    public int checksum(byte[] bytes) {
        return calls.checksum(bytes, bytes.length);
    }

    @Override
    public int readFields() {
        int sum = 0;
        for (JnrCalls.Reading one : readings) {
            sum += one.id.get();
        }
        return sum;
    }

    @Override
    public void writeFields(int value) {
        for (JnrCalls.Reading one : readings) {
            one.id.set(value);
        }
    }

    @Override
    public double allocateFillCallFree(int id) {
        JnrCalls.Reading own = new JnrCalls.Reading(runtime);
        own.fill(id);
        return calls.total(own);
    }

    @Override
    public int repeat(int times) {
        return calls.repeat(combine, times);
    }

    @Override
    public int sort(int[] from) {
        values.put(0, from, 0, from.length);
        calls.sort(values, from.length, compare);
        return values.getInt((long) (from.length / 2) * Integer.BYTES);
    }
}
