package io.github.cffi4j.benchmark.runtime;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One method for each {@link Row}. A JVM calls C in one way only, {@code -Dbenchmark.contender}, so that the JIT knows the
 * class of the binding as it would in a program.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 150, timeUnit = TimeUnit.MILLISECONDS)
public class RuntimeBenchmark {
    /** How many calls of C into Java one call of {@link #upcall} makes. */
    private static final int UPCALLS = 100;

    private static final Binding BINDING =
            Contender.valueOf(System.getProperty("benchmark.contender")).binding();

    private int a = 40;
    private int b = 2;
    private double x = 1.5;
    private double y = 2.5;
    private String text = "sixteen letters!";
    private byte[] bytes = new byte[1024];
    private int[] unsorted = new Random(1).ints(1000).toArray();

    @Benchmark
    public int intCall() {
        return BINDING.add(a, b);
    }

    @Benchmark
    public int criticalCall() {
        return BINDING.addCritical(a, b);
    }

    @Benchmark
    public double doubleCall() {
        return BINDING.multiply(x, y);
    }

    @Benchmark
    public double twelve() {
        return BINDING.twelve(a, x);
    }

    @Benchmark
    public double structByPointer() {
        return BINDING.structByPointer();
    }

    @Benchmark
    public double structByValue() {
        return BINDING.structByValue();
    }

    @Benchmark
    public int stringIn() {
        return BINDING.length(text);
    }

    @Benchmark
    public String stringOut() {
        return BINDING.greeting();
    }

    @Benchmark
    public int bytesIn() {
        return BINDING.checksum(bytes);
    }

    @Benchmark
    public int fieldGet() {
        return BINDING.readFields();
    }

    @Benchmark
    public void fieldSet() {
        BINDING.writeFields(a);
    }

    @Benchmark
    public double allocateFillCallFree() {
        return BINDING.allocateFillCallFree(a);
    }

    @Benchmark
    public int upcall() {
        return BINDING.repeat(UPCALLS);
    }

    @Benchmark
    public int qsort() {
        return BINDING.sort(unsorted);
    }
}
