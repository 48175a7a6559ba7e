package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Scalars.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.DoublePointer;
import io.github.cffi4j.FloatPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every floating value comes back as it was, whichever way it goes to C. */
class RealsIT {
    private static final List<Reals> REALS = List.of(
            new Reals("float", Float.MIN_VALUE, Float.MAX_VALUE)
                    .by("call", x -> same_float((float) x))
                    .by("critical call", x -> critical_float((float) x))
                    .by("pointer", x -> read_float(FloatPointer.allocate().set((float) x)))
                    .by("callback", x -> call_float(y -> y, (float) x))
                    .by("pointer of C", x -> pointer_float().call((float) x))
                    .by("pointer of C, given back", x -> call_float(pointer_float(), (float) x))
                    .by("extern Java", x -> {
                        java_float = y -> y;
                        return fire_float((float) x);
                    })
                    .by("global", x -> {
                        global_float((float) x);
                        return global_float();
                    })
                    .by("field", x -> same_scalars(scalars.allocate().a_float((float) x))
                            .a_float()),
            new Reals("double", Double.MIN_VALUE, Double.MAX_VALUE)
                    .by("call", x -> same_double(x))
                    .by("critical call", x -> critical_double(x))
                    .by("pointer", x -> read_double(DoublePointer.allocate().set(x)))
                    .by("callback", x -> call_double(y -> y, x))
                    .by("pointer of C", x -> pointer_double().call(x))
                    .by("pointer of C, given back", x -> call_double(pointer_double(), x))
                    .by("extern Java", x -> {
                        java_double = y -> y;
                        return fire_double(x);
                    })
                    .by("global", x -> {
                        global_double(x);
                        return global_double();
                    })
                    .by("field", x -> same_scalars(scalars.allocate().a_double(x))
                            .a_double()),
            new Reals("long double", Double.MIN_VALUE, Double.MAX_VALUE)
                    .by("call", x -> same_ldouble(x))
                    .by("critical call", x -> critical_ldouble(x))
                    .by("callback", x -> call_ldouble(y -> y, x))
                    .by("pointer of C", x -> pointer_ldouble().call(x))
                    .by("pointer of C, given back", x -> call_ldouble(pointer_ldouble(), x))
                    .by("extern Java", x -> {
                        java_ldouble = y -> y;
                        return fire_ldouble(x);
                    }));

    private record Reals(String type, List<Double> values, List<DynamicTest> tests) {
        Reals(String type, double least, double greatest) {
            this(
                    type,
                    List.of(0.0, -0.0, 1.5, -1.5, least, greatest, Double.NaN, Double.NEGATIVE_INFINITY),
                    new ArrayList<>());
        }

        Reals by(String route, DoubleUnaryOperator there) {
            for (double value : values) {
                tests.add(DynamicTest.dynamicTest(
                        String.format(Locale.ROOT, "%s %s by %s", type, value, route),
                        () -> assertThat(Double.toString(there.applyAsDouble(value)))
                                .isEqualTo(Double.toString(value))));
            }
            return this;
        }
    }

    @TestFactory
    Stream<DynamicTest> reals() {
        return REALS.stream().flatMap(type -> type.tests().stream());
    }
}
