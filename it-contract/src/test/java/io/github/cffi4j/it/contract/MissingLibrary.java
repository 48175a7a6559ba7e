package io.github.cffi4j.it.contract;

import io.github.cffi4j.Arena;

/** A program that uses a library that is not there, each thing twice, and prints what it gets. */
final class MissingLibrary {
    private MissingLibrary() {}

    public static void main(String[] arguments) {
        report("function", () -> Scalars.same_int(42));
        report("check", () -> Scalars.same_uint(42));
        report("variable", Scalars::global_int);
        report("stub", () -> {
            try (Arena arena = Arena.open()) {
                Scalars.int_function.stub(arena, x -> x);
            }
        });
        report("callback", () -> Scalars.call_int(x -> x, 42));
        report("upcall", Scalars::java_int);
        report("struct", () -> Structs.same_c1(null));
    }

    private static void report(String what, Runnable use) {
        for (int i = 0; i < 2; i++) {
            try {
                use.run();
                System.out.println(what + " is there");
            } catch (Throwable e) {
                System.out.println(what + " " + e.getClass().getSimpleName() + " "
                        + e.getMessage().lines().findFirst().orElse("") + " " + e.getSuppressed().length);
            }
        }
    }
}
