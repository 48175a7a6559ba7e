package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Structs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.PointerType;
import io.github.cffi4j.Struct;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every kind of struct comes back as it was, by value, whichever way it goes to C. */
class StructsIT {
    private static final List<Aggregate<?>> AGGREGATES = List.of(
            new Aggregate<>(c1.TYPE)
                    .by("call", x -> same_c1(x))
                    .by("critical call", x -> critical_c1(x))
                    .by("between others", x -> second_c1(1, c1.allocate(), 2, x, 3))
                    .by("callback", x -> call_c1(y -> y, x))
                    .by("pointer of C", x -> pointer_c1().call(x))
                    .by("extern Java", x -> {
                        java_c1 = y -> y;
                        return fire_c1(x);
                    }),
            new Aggregate<>(c3.TYPE, x -> Arrays.toString(x.a().toArray(3)))
                    .by("call", x -> same_c3(x))
                    .by("critical call", x -> critical_c3(x))
                    .by("between others", x -> second_c3(1, c3.allocate(), 2, x, 3))
                    .by("callback", x -> call_c3(y -> y, x))
                    .by("pointer of C", x -> pointer_c3().call(x))
                    .by("extern Java", x -> {
                        java_c3 = y -> y;
                        return fire_c3(x);
                    }),
            new Aggregate<>(s1.TYPE)
                    .by("call", x -> same_s1(x))
                    .by("critical call", x -> critical_s1(x))
                    .by("between others", x -> second_s1(1, s1.allocate(), 2, x, 3))
                    .by("callback", x -> call_s1(y -> y, x))
                    .by("pointer of C", x -> pointer_s1().call(x))
                    .by("extern Java", x -> {
                        java_s1 = y -> y;
                        return fire_s1(x);
                    }),
            new Aggregate<>(s3.TYPE)
                    .by("call", x -> same_s3(x))
                    .by("critical call", x -> critical_s3(x))
                    .by("between others", x -> second_s3(1, s3.allocate(), 2, x, 3))
                    .by("callback", x -> call_s3(y -> y, x))
                    .by("pointer of C", x -> pointer_s3().call(x))
                    .by("extern Java", x -> {
                        java_s3 = y -> y;
                        return fire_s3(x);
                    }),
            new Aggregate<>(i1.TYPE)
                    .by("call", x -> same_i1(x))
                    .by("critical call", x -> critical_i1(x))
                    .by("between others", x -> second_i1(1, i1.allocate(), 2, x, 3))
                    .by("callback", x -> call_i1(y -> y, x))
                    .by("pointer of C", x -> pointer_i1().call(x))
                    .by("extern Java", x -> {
                        java_i1 = y -> y;
                        return fire_i1(x);
                    }),
            new Aggregate<>(i2.TYPE)
                    .by("call", x -> same_i2(x))
                    .by("critical call", x -> critical_i2(x))
                    .by("between others", x -> second_i2(1, i2.allocate(), 2, x, 3))
                    .by("callback", x -> call_i2(y -> y, x))
                    .by("pointer of C", x -> pointer_i2().call(x))
                    .by("extern Java", x -> {
                        java_i2 = y -> y;
                        return fire_i2(x);
                    }),
            new Aggregate<>(i3.TYPE)
                    .by("call", x -> same_i3(x))
                    .by("critical call", x -> critical_i3(x))
                    .by("between others", x -> second_i3(1, i3.allocate(), 2, x, 3))
                    .by("callback", x -> call_i3(y -> y, x))
                    .by("pointer of C", x -> pointer_i3().call(x))
                    .by("extern Java", x -> {
                        java_i3 = y -> y;
                        return fire_i3(x);
                    }),
            new Aggregate<>(i5.TYPE)
                    .by("call", x -> same_i5(x))
                    .by("critical call", x -> critical_i5(x))
                    .by("between others", x -> second_i5(1, i5.allocate(), 2, x, 3))
                    .by("callback", x -> call_i5(y -> y, x))
                    .by("pointer of C", x -> pointer_i5().call(x))
                    .by("extern Java", x -> {
                        java_i5 = y -> y;
                        return fire_i5(x);
                    }),
            new Aggregate<>(l1.TYPE)
                    .by("call", x -> same_l1(x))
                    .by("critical call", x -> critical_l1(x))
                    .by("between others", x -> second_l1(1, l1.allocate(), 2, x, 3))
                    .by("callback", x -> call_l1(y -> y, x))
                    .by("pointer of C", x -> pointer_l1().call(x))
                    .by("extern Java", x -> {
                        java_l1 = y -> y;
                        return fire_l1(x);
                    }),
            new Aggregate<>(l2.TYPE)
                    .by("call", x -> same_l2(x))
                    .by("critical call", x -> critical_l2(x))
                    .by("between others", x -> second_l2(1, l2.allocate(), 2, x, 3))
                    .by("callback", x -> call_l2(y -> y, x))
                    .by("pointer of C", x -> pointer_l2().call(x))
                    .by("extern Java", x -> {
                        java_l2 = y -> y;
                        return fire_l2(x);
                    }),
            new Aggregate<>(l3.TYPE)
                    .by("call", x -> same_l3(x))
                    .by("critical call", x -> critical_l3(x))
                    .by("between others", x -> second_l3(1, l3.allocate(), 2, x, 3))
                    .by("callback", x -> call_l3(y -> y, x))
                    .by("pointer of C", x -> pointer_l3().call(x))
                    .by("extern Java", x -> {
                        java_l3 = y -> y;
                        return fire_l3(x);
                    }),
            new Aggregate<>(f1.TYPE)
                    .by("call", x -> same_f1(x))
                    .by("critical call", x -> critical_f1(x))
                    .by("between others", x -> second_f1(1, f1.allocate(), 2, x, 3))
                    .by("callback", x -> call_f1(y -> y, x))
                    .by("pointer of C", x -> pointer_f1().call(x))
                    .by("extern Java", x -> {
                        java_f1 = y -> y;
                        return fire_f1(x);
                    }),
            new Aggregate<>(f2.TYPE)
                    .by("call", x -> same_f2(x))
                    .by("critical call", x -> critical_f2(x))
                    .by("between others", x -> second_f2(1, f2.allocate(), 2, x, 3))
                    .by("callback", x -> call_f2(y -> y, x))
                    .by("pointer of C", x -> pointer_f2().call(x))
                    .by("extern Java", x -> {
                        java_f2 = y -> y;
                        return fire_f2(x);
                    }),
            new Aggregate<>(f3.TYPE)
                    .by("call", x -> same_f3(x))
                    .by("critical call", x -> critical_f3(x))
                    .by("between others", x -> second_f3(1, f3.allocate(), 2, x, 3))
                    .by("callback", x -> call_f3(y -> y, x))
                    .by("pointer of C", x -> pointer_f3().call(x))
                    .by("extern Java", x -> {
                        java_f3 = y -> y;
                        return fire_f3(x);
                    }),
            new Aggregate<>(f4.TYPE)
                    .by("call", x -> same_f4(x))
                    .by("critical call", x -> critical_f4(x))
                    .by("between others", x -> second_f4(1, f4.allocate(), 2, x, 3))
                    .by("callback", x -> call_f4(y -> y, x))
                    .by("pointer of C", x -> pointer_f4().call(x))
                    .by("extern Java", x -> {
                        java_f4 = y -> y;
                        return fire_f4(x);
                    }),
            new Aggregate<>(f5.TYPE)
                    .by("call", x -> same_f5(x))
                    .by("critical call", x -> critical_f5(x))
                    .by("between others", x -> second_f5(1, f5.allocate(), 2, x, 3))
                    .by("callback", x -> call_f5(y -> y, x))
                    .by("pointer of C", x -> pointer_f5().call(x))
                    .by("extern Java", x -> {
                        java_f5 = y -> y;
                        return fire_f5(x);
                    }),
            new Aggregate<>(d1.TYPE)
                    .by("call", x -> same_d1(x))
                    .by("critical call", x -> critical_d1(x))
                    .by("between others", x -> second_d1(1, d1.allocate(), 2, x, 3))
                    .by("callback", x -> call_d1(y -> y, x))
                    .by("pointer of C", x -> pointer_d1().call(x))
                    .by("extern Java", x -> {
                        java_d1 = y -> y;
                        return fire_d1(x);
                    }),
            new Aggregate<>(d2.TYPE)
                    .by("call", x -> same_d2(x))
                    .by("critical call", x -> critical_d2(x))
                    .by("between others", x -> second_d2(1, d2.allocate(), 2, x, 3))
                    .by("callback", x -> call_d2(y -> y, x))
                    .by("pointer of C", x -> pointer_d2().call(x))
                    .by("extern Java", x -> {
                        java_d2 = y -> y;
                        return fire_d2(x);
                    }),
            new Aggregate<>(d3.TYPE)
                    .by("call", x -> same_d3(x))
                    .by("critical call", x -> critical_d3(x))
                    .by("between others", x -> second_d3(1, d3.allocate(), 2, x, 3))
                    .by("callback", x -> call_d3(y -> y, x))
                    .by("pointer of C", x -> pointer_d3().call(x))
                    .by("extern Java", x -> {
                        java_d3 = y -> y;
                        return fire_d3(x);
                    }),
            new Aggregate<>(d4.TYPE)
                    .by("call", x -> same_d4(x))
                    .by("critical call", x -> critical_d4(x))
                    .by("between others", x -> second_d4(1, d4.allocate(), 2, x, 3))
                    .by("callback", x -> call_d4(y -> y, x))
                    .by("pointer of C", x -> pointer_d4().call(x))
                    .by("extern Java", x -> {
                        java_d4 = y -> y;
                        return fire_d4(x);
                    }),
            new Aggregate<>(d5.TYPE)
                    .by("call", x -> same_d5(x))
                    .by("critical call", x -> critical_d5(x))
                    .by("between others", x -> second_d5(1, d5.allocate(), 2, x, 3))
                    .by("callback", x -> call_d5(y -> y, x))
                    .by("pointer of C", x -> pointer_d5().call(x))
                    .by("extern Java", x -> {
                        java_d5 = y -> y;
                        return fire_d5(x);
                    }),
            new Aggregate<>(fi.TYPE)
                    .by("call", x -> same_fi(x))
                    .by("critical call", x -> critical_fi(x))
                    .by("between others", x -> second_fi(1, fi.allocate(), 2, x, 3))
                    .by("callback", x -> call_fi(y -> y, x))
                    .by("pointer of C", x -> pointer_fi().call(x))
                    .by("extern Java", x -> {
                        java_fi = y -> y;
                        return fire_fi(x);
                    }),
            new Aggregate<>(if_.TYPE)
                    .by("call", x -> same_if_(x))
                    .by("critical call", x -> critical_if_(x))
                    .by("between others", x -> second_if_(1, if_.allocate(), 2, x, 3))
                    .by("callback", x -> call_if_(y -> y, x))
                    .by("pointer of C", x -> pointer_if_().call(x))
                    .by("extern Java", x -> {
                        java_if_ = y -> y;
                        return fire_if_(x);
                    }),
            new Aggregate<>(dl.TYPE)
                    .by("call", x -> same_dl(x))
                    .by("critical call", x -> critical_dl(x))
                    .by("between others", x -> second_dl(1, dl.allocate(), 2, x, 3))
                    .by("callback", x -> call_dl(y -> y, x))
                    .by("pointer of C", x -> pointer_dl().call(x))
                    .by("extern Java", x -> {
                        java_dl = y -> y;
                        return fire_dl(x);
                    }),
            new Aggregate<>(ld.TYPE)
                    .by("call", x -> same_ld(x))
                    .by("critical call", x -> critical_ld(x))
                    .by("between others", x -> second_ld(1, ld.allocate(), 2, x, 3))
                    .by("callback", x -> call_ld(y -> y, x))
                    .by("pointer of C", x -> pointer_ld().call(x))
                    .by("extern Java", x -> {
                        java_ld = y -> y;
                        return fire_ld(x);
                    }),
            new Aggregate<>(cd.TYPE)
                    .by("call", x -> same_cd(x))
                    .by("critical call", x -> critical_cd(x))
                    .by("between others", x -> second_cd(1, cd.allocate(), 2, x, 3))
                    .by("callback", x -> call_cd(y -> y, x))
                    .by("pointer of C", x -> pointer_cd().call(x))
                    .by("extern Java", x -> {
                        java_cd = y -> y;
                        return fire_cd(x);
                    }),
            new Aggregate<>(mixed.TYPE)
                    .by("call", x -> same_mixed(x))
                    .by("critical call", x -> critical_mixed(x))
                    .by("between others", x -> second_mixed(1, mixed.allocate(), 2, x, 3))
                    .by("callback", x -> call_mixed(y -> y, x))
                    .by("pointer of C", x -> pointer_mixed().call(x))
                    .by("extern Java", x -> {
                        java_mixed = y -> y;
                        return fire_mixed(x);
                    }),
            new Aggregate<>(
                            nested.TYPE,
                            x -> x.low() + " " + x.high()
                                    + Arrays.toString(x.name().toArray(5)))
                    .by("call", x -> same_nested(x))
                    .by("critical call", x -> critical_nested(x))
                    .by("between others", x -> second_nested(1, nested.allocate(), 2, x, 3))
                    .by("callback", x -> call_nested(y -> y, x))
                    .by("pointer of C", x -> pointer_nested().call(x))
                    .by("extern Java", x -> {
                        java_nested = y -> y;
                        return fire_nested(x);
                    }),
            new Aggregate<>(pointers.TYPE)
                    .by("call", x -> same_pointers(x))
                    .by("critical call", x -> critical_pointers(x))
                    .by("between others", x -> second_pointers(1, pointers.allocate(), 2, x, 3))
                    .by("callback", x -> call_pointers(y -> y, x))
                    .by("pointer of C", x -> pointer_pointers().call(x))
                    .by("extern Java", x -> {
                        java_pointers = y -> y;
                        return fire_pointers(x);
                    }),
            new Aggregate<>(number.TYPE, x -> x.b() + Arrays.toString(x.c().toArray(12)))
                    .by("call", x -> same_number(x))
                    .by("critical call", x -> critical_number(x))
                    .by("between others", x -> second_number(1, number.allocate(), 2, x, 3))
                    .by("callback", x -> call_number(y -> y, x))
                    .by("pointer of C", x -> pointer_number().call(x))
                    .by("extern Java", x -> {
                        java_number = y -> y;
                        return fire_number(x);
                    }),
            new Aggregate<>(big.TYPE, x -> Arrays.toString(x.a().toArray(32)))
                    .by("call", x -> same_big(x))
                    .by("critical call", x -> critical_big(x))
                    .by("between others", x -> second_big(1, big.allocate(), 2, x, 3))
                    .by("callback", x -> call_big(y -> y, x))
                    .by("pointer of C", x -> pointer_big().call(x))
                    .by("extern Java", x -> {
                        java_big = y -> y;
                        return fire_big(x);
                    }));

    /** @param content what is compared; a struct's own text has the address of its arrays */
    private record Aggregate<T extends Struct>(
            PointerType<T> type, Function<T, String> content, List<DynamicTest> tests) {
        Aggregate(PointerType<T> type) {
            this(type, Object::toString);
        }

        Aggregate(PointerType<T> type, Function<T, String> content) {
            this(type, content, new ArrayList<>());
        }

        Aggregate<T> by(String route, UnaryOperator<T> there) {
            tests.add(DynamicTest.dynamicTest(String.format(Locale.ROOT, "%s by %s", type, route), () -> {
                T sent = filled(type.allocate());
                T received = there.apply(sent);
                assertThat(received).isNotEqualTo(sent);
                assertThat(content.apply(received)).isEqualTo(content.apply(sent));
            }));
            return this;
        }

        /** Bytes of which no float is a NaN, whose bits C need not keep. */
        private static <T extends Struct> T filled(T struct) {
            for (int i = 0; i < struct.segment().byteSize(); i++) {
                struct.segment().setByte(i, (byte) (i + 1));
            }
            return struct;
        }
    }

    @TestFactory
    Stream<DynamicTest> aggregates() {
        return AGGREGATES.stream().flatMap(type -> type.tests().stream());
    }
}
