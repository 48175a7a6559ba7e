package io.github.cffi4j.benchmark.runtime;

/** Fields by bare addresses: no bounds, no owner, nothing that could be faster. */
final class UnsafeBinding implements Binding {
    private static final int SIZE = 24;

    private final long readings = RawMemory.allocate((long) STRUCTS * SIZE);

    @Override
    public int readFields() {
        int sum = 0;
        for (int i = 0; i < STRUCTS; i++) {
            sum += RawMemory.getInt(readings + (long) i * SIZE);
        }
        return sum;
    }

    @Override
    public void writeFields(int value) {
        for (int i = 0; i < STRUCTS; i++) {
            RawMemory.putInt(readings + (long) i * SIZE, value);
        }
    }
}
