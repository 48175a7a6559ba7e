package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Calls.fold;
import static io.github.cffi4j.it.contract.Calls.length;

import io.github.cffi4j.IntPointer;

/** A small program that uses text, memory, callbacks and critical calls, with arrays too. */
public final class Program {
    private Program() {}

    /** Says what C said. */
    public static void main(String[] arguments) {
        System.out.println("length " + length("four"));
        IntPointer numbers = IntPointer.allocate(3).setAll(1, 2, 3);
        System.out.println("folded " + fold((sum, next) -> 10 * sum + next, numbers, 3));
        System.out.println("critical " + Scalars.critical_int(42));
        System.out.println("buffer " + numbers.asByteBuffer(12).remaining());
        double sum = Pinned.sum_bytes(new byte[] {1}, 1)
                + Pinned.sum_shorts(new short[] {2}, 1)
                + Pinned.sum_ints(new int[] {3}, 1)
                + Pinned.sum_longs(new long[] {4}, 1)
                + Pinned.sum_floats(new float[] {5}, 1)
                + Pinned.sum_doubles(new double[] {6}, 1);
        System.out.println("arrays " + sum);
    }
}
