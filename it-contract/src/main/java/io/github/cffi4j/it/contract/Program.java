package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Calls.fold;
import static io.github.cffi4j.it.contract.Calls.length;

import io.github.cffi4j.IntPointer;

/** A small program that uses text, memory, callbacks and critical calls. */
public final class Program {
    private Program() {}

    /** Says what C said. */
    public static void main(String[] arguments) {
        System.out.println("length " + length("four"));
        IntPointer numbers = IntPointer.allocate(3).setAll(1, 2, 3);
        System.out.println("folded " + fold((sum, next) -> 10 * sum + next, numbers, 3));
        System.out.println("critical " + Scalars.critical_int(42));
    }
}
