package io.github.cffi4j.it.contract;

import io.github.cffi4j.IntPointer;

/** A program that allocates memory before it uses any library. */
final class MemoryFirst {
    private MemoryFirst() {}

    public static void main(String[] arguments) {
        System.out.println("allocated " + IntPointer.allocate(4).set(3, 42).get(3));
        System.out.println("called " + Scalars.same_int(42));
    }
}
