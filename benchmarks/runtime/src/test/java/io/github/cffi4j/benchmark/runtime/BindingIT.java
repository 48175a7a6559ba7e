package io.github.cffi4j.benchmark.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whoever computes something else, or nothing, would be compared for nothing. */
class BindingIT {
    private static final int JAVA = Runtime.version().feature();
    private static final int[] UNSORTED = new Random(1).ints(1000).toArray();
    private static final byte[] BYTES = bytes();

    private static final Map<Row, Function<Binding, Object>> CALLS = Map.ofEntries(
            Map.entry(Row.INT_CALL, binding -> binding.add(40, -2)),
            Map.entry(Row.CRITICAL_CALL, binding -> binding.addCritical(40, -2)),
            Map.entry(Row.DOUBLE_CALL, binding -> binding.multiply(1.5, 2.5)),
            Map.entry(Row.TWELVE, binding -> binding.twelve(1, 2)),
            Map.entry(Row.STRUCT_BY_POINTER, Binding::structByPointer),
            Map.entry(Row.STRUCT_BY_VALUE, Binding::structByValue),
            Map.entry(Row.STRING_IN, binding -> binding.length("sixteen letters!")),
            Map.entry(Row.STRING_OUT, Binding::greeting),
            Map.entry(Row.BYTES_IN, binding -> binding.checksum(BYTES)),
            Map.entry(Row.FIELD_GET, binding -> {
                binding.writeFields(7);
                return binding.readFields();
            }),
            Map.entry(Row.FIELD_SET, binding -> {
                binding.writeFields(-8);
                return binding.readFields();
            }),
            Map.entry(Row.ALLOCATE, binding -> binding.allocateFillCallFree(5)),
            Map.entry(Row.UPCALL, binding -> binding.repeat(100)),
            Map.entry(Row.QSORT, binding -> binding.sort(UNSORTED)));

    private static final Map<Row, Object> RESULTS = Map.ofEntries(
            Map.entry(Row.INT_CALL, 38),
            Map.entry(Row.CRITICAL_CALL, 38),
            Map.entry(Row.DOUBLE_CALL, 3.75),
            Map.entry(Row.TWELVE, 78.0),
            Map.entry(Row.STRUCT_BY_POINTER, 6.0),
            Map.entry(Row.STRUCT_BY_VALUE, 7.0),
            Map.entry(Row.STRING_IN, 16),
            Map.entry(Row.STRING_OUT, "sixteen letters!"),
            Map.entry(
                    Row.BYTES_IN,
                    IntStream.range(0, BYTES.length).map(i -> BYTES[i] & 0xff).sum()),
            Map.entry(Row.FIELD_GET, 7 * Binding.STRUCTS),
            Map.entry(Row.FIELD_SET, -8 * Binding.STRUCTS),
            Map.entry(Row.ALLOCATE, 10.0),
            Map.entry(Row.UPCALL, IntStream.range(0, 100).reduce(0, (a, b) -> a * 31 + b)),
            Map.entry(Row.QSORT, Arrays.stream(UNSORTED).sorted().toArray()[500]));

    /** This JVM has one backend of cffi4j, for all of the three. */
    @TestFactory
    Stream<DynamicTest> everyContenderComputesTheSame() {
        return Stream.of(Contender.values())
                .filter(contender -> contender.jvmOptions().isEmpty())
                .flatMap(contender -> Stream.of(Row.values())
                        .filter(row -> row != Row.START_UP && contender.has(row, JAVA))
                        .map(row -> DynamicTest.dynamicTest(contender + " " + row, () -> assertThat(
                                        CALLS.get(row).apply(contender.binding()))
                                .isEqualTo(RESULTS.get(row)))));
    }

    @Test
    void javaIsTheOneThatIsMeant() {
        assertThat(JAVA >= 22).isEqualTo(Boolean.getBoolean("benchmark.foreign"));
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[1024];
        new Random(2).nextBytes(bytes);
        return bytes;
    }
}
