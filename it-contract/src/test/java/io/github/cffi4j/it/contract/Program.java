package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Calls.*;

import io.github.cffi4j.IntPointer;

/** A small program that uses memory, calls and callbacks, in that order. */
final class Program {
    private Program() {}

    /** Says what C said. */
    public static void main(String[] arguments) {
        IntPointer numbers = IntPointer.allocate(3).setAll(1, 2, 3);
        System.out.println("folded " + fold((sum, next) -> 10 * sum + next, numbers, 3));
        System.out.println("critical " + Scalars.critical_int(42));
    }
}
