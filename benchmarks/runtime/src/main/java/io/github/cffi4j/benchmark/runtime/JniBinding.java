package io.github.cffi4j.benchmark.runtime;

/** JNI by hand, memory by Unsafe. Fields by native getters, which is what JNI itself has. */
final class JniBinding implements Binding {
    private static final int SIZE = 24;

    private final long point = RawMemory.allocate(16);
    private final long readings = RawMemory.allocate((long) STRUCTS * SIZE);
    private final long reading = RawMemory.allocate(SIZE);
    private final long values = RawMemory.allocate((long) STRUCTS * Integer.BYTES);

    JniBinding() {
        RawMemory.putDouble(point, 3);
        RawMemory.putDouble(point + 8, 4);
        fill(reading, 1);
        writeFields(0);
    }

    @Override
    public int add(int a, int b) {
        return JniCalls.add(a, b);
    }

    @Override
    public double multiply(double a, double b) {
        return JniCalls.multiply(a, b);
    }

    @Override
    public double twelve(int a, double b) {
        return JniCalls.twelve(a, b, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Override
    public double structByPointer() {
        return JniCalls.total(reading);
    }

    @Override
    public double structByValue() {
        return JniCalls.sum(point);
    }

    @Override
    public int length(String text) {
        return JniCalls.length(text);
    }

    @Override
    public String greeting() {
        return JniCalls.greeting();
    }

    @Override
    public int checksum(byte[] bytes) {
        return JniCalls.checksum(bytes);
    }

    @Override
    public int readFields() {
        int sum = 0;
        for (int i = 0; i < STRUCTS; i++) {
            sum += JniCalls.id(readings + (long) i * SIZE);
        }
        return sum;
    }

    @Override
    public void writeFields(int value) {
        for (int i = 0; i < STRUCTS; i++) {
            JniCalls.setId(readings + (long) i * SIZE, value);
        }
    }

    @Override
    public double allocateFillCallFree(int id) {
        long own = RawMemory.allocate(SIZE);
        fill(own, id);
        double total = JniCalls.total(own);
        RawMemory.free(own);
        return total;
    }

    @Override
    public int repeat(int times) {
        return JniCalls.repeat(times);
    }

    @Override
    public int sort(int[] from) {
        RawMemory.copy(from, values);
        JniCalls.sort(values, from.length);
        return RawMemory.getInt(values + (long) (from.length / 2) * Integer.BYTES);
    }

    private static void fill(long reading, int id) {
        RawMemory.putInt(reading, id);
        RawMemory.putDouble(reading + 8, 2);
        RawMemory.putLong(reading + 16, 3);
    }
}
