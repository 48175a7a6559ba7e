package io.github.cffi4j.benchmark.runtime;

/** {@link Start} by java.lang.foreign. */
final class ForeignStart {
    private ForeignStart() {}

    public static void main(String[] arguments) {
        System.out.println(ForeignCalls.add(40, 2));
    }
}
