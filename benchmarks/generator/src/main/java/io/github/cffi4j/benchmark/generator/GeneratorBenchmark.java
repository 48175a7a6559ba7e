package io.github.cffi4j.benchmark.generator;

import io.github.cffi4j.cdef.CdefException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the text of a cdef to Java and C, in a warm JVM. The least time counts: whatever else a machine does only adds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 30)
@Measurement(iterations = 30)
public class GeneratorBenchmark {
    /** 900 are 200 KB. */
    @Param({"500", "900", "1000", "2000", "4000"})
    public int functions;

    private String cdef;

    @Setup
    public void write() {
        cdef = SyntheticCdef.of(functions);
    }

    @Benchmark
    public Object generate() throws CdefException {
        return Generation.of(cdef, Optional.empty());
    }
}
