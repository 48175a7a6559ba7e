package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Scalars.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.BoolPointer;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.LongPointer;
import io.github.cffi4j.ShortPointer;
import io.github.cffi4j.ValueOutOfRangeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every integer comes back as it was, whichever way it goes to C; {@link RealsIT} has the floating types. */
class ScalarsIT {
    private static final List<Integers> INTEGERS = List.of(
            new Integers("bool", 0, 1)
                    .by("call", x -> same_bool(x != 0) ? 1 : 0)
                    .by("critical call", x -> critical_bool(x != 0) ? 1 : 0)
                    .by("pointer", x -> read_bool(BoolPointer.allocate().set(x != 0)) ? 1 : 0)
                    .by("callback", x -> call_bool(y -> y, x != 0) ? 1 : 0)
                    .by("pointer of C", x -> pointer_bool().call(x != 0) ? 1 : 0)
                    .by("pointer of C, given back", x -> call_bool(pointer_bool(), x != 0) ? 1 : 0)
                    .by("extern Java", x -> {
                        java_bool = y -> y;
                        return fire_bool(x != 0) ? 1 : 0;
                    })
                    .by("global", x -> {
                        global_bool(x != 0);
                        return global_bool() ? 1 : 0;
                    })
                    .by(
                            "field",
                            x -> same_scalars(scalars.allocate().a_bool(x != 0)).a_bool() ? 1 : 0),
            new Integers("char", 0, 1, 127, 128, 255)
                    .by("call", x -> same_char((int) x))
                    .by("critical call", x -> critical_char((int) x))
                    .by("pointer", x -> read_char(BytePointer.allocate().set((byte) x)))
                    .by("callback", x -> call_char(y -> y, (int) x))
                    .by("pointer of C", x -> pointer_char().call((int) x))
                    .by("pointer of C, given back", x -> call_char(pointer_char(), (int) x))
                    .by("extern Java", x -> {
                        java_char = y -> y;
                        return fire_char((int) x);
                    })
                    .by("global", x -> {
                        global_char((int) x);
                        return global_char();
                    })
                    .by("field", x -> same_scalars(scalars.allocate().a_char((int) x))
                            .a_char()),
            new Integers("signed char", -128, -1, 0, 1, 127)
                    .by("call", x -> same_schar((int) x))
                    .by("critical call", x -> critical_schar((int) x))
                    .by("pointer", x -> read_schar(BytePointer.allocate().set((byte) x)))
                    .by("callback", x -> call_schar(y -> y, (int) x))
                    .by("pointer of C", x -> pointer_schar().call((int) x))
                    .by("pointer of C, given back", x -> call_schar(pointer_schar(), (int) x))
                    .by("extern Java", x -> {
                        java_schar = y -> y;
                        return fire_schar((int) x);
                    })
                    .by("global", x -> {
                        global_schar((int) x);
                        return global_schar();
                    })
                    .by("field", x -> same_scalars(scalars.allocate().a_schar((int) x))
                            .a_schar()),
            new Integers("unsigned char", 0, 1, 127, 128, 255)
                    .by("call", x -> same_uchar((int) x))
                    .by("critical call", x -> critical_uchar((int) x))
                    .by("pointer", x -> read_uchar(BytePointer.allocate().set((byte) x)))
                    .by("callback", x -> call_uchar(y -> y, (int) x))
                    .by("pointer of C", x -> pointer_uchar().call((int) x))
                    .by("pointer of C, given back", x -> call_uchar(pointer_uchar(), (int) x))
                    .by("extern Java", x -> {
                        java_uchar = y -> y;
                        return fire_uchar((int) x);
                    })
                    .by("global", x -> {
                        global_uchar((int) x);
                        return global_uchar();
                    })
                    .by("field", x -> same_scalars(scalars.allocate().a_uchar((int) x))
                            .a_uchar()),
            new Integers("short", -32768, -1, 0, 1, 32767)
                    .by("call", x -> same_short((int) x))
                    .by("critical call", x -> critical_short((int) x))
                    .by("pointer", x -> read_short(ShortPointer.allocate().set((short) x)))
                    .by("callback", x -> call_short(y -> y, (int) x))
                    .by("pointer of C", x -> pointer_short().call((int) x))
                    .by("pointer of C, given back", x -> call_short(pointer_short(), (int) x))
                    .by("extern Java", x -> {
                        java_short = y -> y;
                        return fire_short((int) x);
                    })
                    .by("global", x -> {
                        global_short((int) x);
                        return global_short();
                    })
                    .by("field", x -> same_scalars(scalars.allocate().a_short((int) x))
                            .a_short()),
            new Integers("unsigned short", 0, 1, 32768, 65535)
                    .by("call", x -> same_ushort((int) x))
                    .by("critical call", x -> critical_ushort((int) x))
                    .by("pointer", x -> read_ushort(ShortPointer.allocate().set((short) x)))
                    .by("callback", x -> call_ushort(y -> y, (int) x))
                    .by("pointer of C", x -> pointer_ushort().call((int) x))
                    .by("pointer of C, given back", x -> call_ushort(pointer_ushort(), (int) x))
                    .by("extern Java", x -> {
                        java_ushort = y -> y;
                        return fire_ushort((int) x);
                    })
                    .by("global", x -> {
                        global_ushort((int) x);
                        return global_ushort();
                    })
                    .by("field", x -> same_scalars(scalars.allocate().a_ushort((int) x))
                            .a_ushort()),
            new Integers("int", Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE)
                    .by("call", x -> same_int((int) x))
                    .by("critical call", x -> critical_int((int) x))
                    .by("pointer", x -> read_int(IntPointer.allocate().set((int) x)))
                    .by("callback", x -> call_int(y -> y, (int) x))
                    .by("pointer of C", x -> pointer_int().call((int) x))
                    .by("pointer of C, given back", x -> call_int(pointer_int(), (int) x))
                    .by("extern Java", x -> {
                        java_int = y -> y;
                        return fire_int((int) x);
                    })
                    .by("global", x -> {
                        global_int((int) x);
                        return global_int();
                    })
                    .by("field", x -> same_scalars(scalars.allocate().a_int((int) x))
                            .a_int()),
            new Integers("unsigned int", 0, 1, 0x80000000L, 0xFFFFFFFFL)
                    .by("call", x -> same_uint(x))
                    .by("critical call", x -> critical_uint(x))
                    .by("pointer", x -> read_uint(IntPointer.allocate().set((int) x)))
                    .by("callback", x -> call_uint(y -> y, x))
                    .by("pointer of C", x -> pointer_uint().call(x))
                    .by("pointer of C, given back", x -> call_uint(pointer_uint(), x))
                    .by("extern Java", x -> {
                        java_uint = y -> y;
                        return fire_uint(x);
                    })
                    .by("global", x -> {
                        global_uint(x);
                        return global_uint();
                    })
                    .by("field", x -> same_scalars(scalars.allocate().a_uint(x)).a_uint()),
            new Integers("long", Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE)
                    .by("call", x -> same_long(x))
                    .by("critical call", x -> critical_long(x))
                    .by(
                            "pointer",
                            x -> read_long(
                                    Scalars.c_long.at(Scalars.c_long.allocate().set(x))))
                    .by("callback", x -> call_long(y -> y, x))
                    .by("pointer of C", x -> pointer_long().call(x))
                    .by("pointer of C, given back", x -> call_long(pointer_long(), x))
                    .by("extern Java", x -> {
                        java_long = y -> y;
                        return fire_long(x);
                    })
                    .by("global", x -> {
                        global_long(x);
                        return global_long();
                    })
                    .by("field", x -> same_scalars(scalars.allocate().a_long(x)).a_long()),
            new Integers("unsigned long", 0, 1, 0x80000000L, 0xFFFFFFFFL)
                    .by("call", x -> same_ulong(x))
                    .by("critical call", x -> critical_ulong(x))
                    .by(
                            "pointer",
                            x -> read_ulong(Scalars.c_ulong.at(
                                    Scalars.c_ulong.allocate().set(x))))
                    .by("callback", x -> call_ulong(y -> y, x))
                    .by("pointer of C", x -> pointer_ulong().call(x))
                    .by("pointer of C, given back", x -> call_ulong(pointer_ulong(), x))
                    .by("extern Java", x -> {
                        java_ulong = y -> y;
                        return fire_ulong(x);
                    })
                    .by("global", x -> {
                        global_ulong(x);
                        return global_ulong();
                    })
                    .by("field", x -> same_scalars(scalars.allocate().a_ulong(x))
                            .a_ulong()),
            new Integers("long long", Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE)
                    .by("call", x -> same_llong(x))
                    .by("critical call", x -> critical_llong(x))
                    .by("pointer", x -> read_llong(LongPointer.allocate().set(x)))
                    .by("callback", x -> call_llong(y -> y, x))
                    .by("pointer of C", x -> pointer_llong().call(x))
                    .by("pointer of C, given back", x -> call_llong(pointer_llong(), x))
                    .by("extern Java", x -> {
                        java_llong = y -> y;
                        return fire_llong(x);
                    })
                    .by("global", x -> {
                        global_llong(x);
                        return global_llong();
                    })
                    .by("field", x -> same_scalars(scalars.allocate().a_llong(x))
                            .a_llong()),
            new Integers("unsigned long long", Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE)
                    .by("call", x -> same_ullong(x))
                    .by("critical call", x -> critical_ullong(x))
                    .by("pointer", x -> read_ullong(LongPointer.allocate().set(x)))
                    .by("callback", x -> call_ullong(y -> y, x))
                    .by("pointer of C", x -> pointer_ullong().call(x))
                    .by("pointer of C, given back", x -> call_ullong(pointer_ullong(), x))
                    .by("extern Java", x -> {
                        java_ullong = y -> y;
                        return fire_ullong(x);
                    })
                    .by("global", x -> {
                        global_ullong(x);
                        return global_ullong();
                    })
                    .by("field", x -> same_scalars(scalars.allocate().a_ullong(x))
                            .a_ullong()),
            new Integers("int16_t", -32768, -1, 0, 1, 32767)
                    .by("call", x -> same_int16((int) x))
                    .by("critical call", x -> critical_int16((int) x))
                    .by("pointer", x -> read_int16(ShortPointer.allocate().set((short) x)))
                    .by("callback", x -> call_int16(y -> y, (int) x))
                    .by("pointer of C", x -> pointer_int16().call((int) x))
                    .by("pointer of C, given back", x -> call_int16(pointer_int16(), (int) x))
                    .by("extern Java", x -> {
                        java_int16 = y -> y;
                        return fire_int16((int) x);
                    })
                    .by("global", x -> {
                        global_int16((int) x);
                        return global_int16();
                    })
                    .by("field", x -> same_scalars(scalars.allocate().a_int16((int) x))
                            .a_int16()),
            new Integers("uint32_t", 0, 1, 0x80000000L, 0xFFFFFFFFL)
                    .by("call", x -> same_uint32(x))
                    .by("critical call", x -> critical_uint32(x))
                    .by("pointer", x -> read_uint32(IntPointer.allocate().set((int) x)))
                    .by("callback", x -> call_uint32(y -> y, x))
                    .by("pointer of C", x -> pointer_uint32().call(x))
                    .by("pointer of C, given back", x -> call_uint32(pointer_uint32(), x))
                    .by("extern Java", x -> {
                        java_uint32 = y -> y;
                        return fire_uint32(x);
                    })
                    .by("global", x -> {
                        global_uint32(x);
                        return global_uint32();
                    })
                    .by("field", x -> same_scalars(scalars.allocate().a_uint32(x))
                            .a_uint32()),
            new Integers("size_t", 0, 1, 0x7FFFFFFFL, 0xFFFFFFFFL)
                    .by("call", x -> same_size(x))
                    .by("critical call", x -> critical_size(x))
                    .by(
                            "pointer",
                            x -> read_size(
                                    Scalars.size_t.at(Scalars.size_t.allocate().set(x))))
                    .by("callback", x -> call_size(y -> y, x))
                    .by("pointer of C", x -> pointer_size().call(x))
                    .by("pointer of C, given back", x -> call_size(pointer_size(), x))
                    .by("extern Java", x -> {
                        java_size = y -> y;
                        return fire_size(x);
                    })
                    .by("global", x -> {
                        global_size(x);
                        return global_size();
                    })
                    .by("field", x -> same_scalars(scalars.allocate().a_size(x)).a_size()),
            new Integers("colour", -1, 0, 70000)
                    .by("call", x -> same_colour((int) x))
                    .by("critical call", x -> critical_colour((int) x))
                    .by("pointer", x -> read_colour(IntPointer.allocate().set((int) x)))
                    .by("callback", x -> call_colour(y -> y, (int) x))
                    .by("pointer of C", x -> pointer_colour().call((int) x))
                    .by("pointer of C, given back", x -> call_colour(pointer_colour(), (int) x))
                    .by("extern Java", x -> {
                        java_colour = y -> y;
                        return fire_colour((int) x);
                    })
                    .by("global", x -> {
                        global_colour((int) x);
                        return global_colour();
                    })
                    .by("field", x -> same_scalars(scalars.allocate().a_colour((int) x))
                            .a_colour()));

    private record Integers(String type, List<Long> values, List<DynamicTest> tests) {
        Integers(String type, long... values) {
            this(type, LongStream.of(values).boxed().toList(), new ArrayList<>());
        }

        Integers by(String route, LongUnaryOperator there) {
            for (long value : values) {
                tests.add(DynamicTest.dynamicTest(
                        String.format(Locale.ROOT, "%s %d by %s", type, value, route),
                        () -> assertThat(there.applyAsLong(value)).isEqualTo(value)));
            }
            return this;
        }
    }

    @TestFactory
    Stream<DynamicTest> integers() {
        return INTEGERS.stream().flatMap(type -> type.tests().stream());
    }

    @TestFactory
    Stream<DynamicTest> whatDoesNotFitIsRefused() {
        return Stream.of(
                refused("signed char", 128, x -> same_schar(x)),
                refused("signed char", -129, x -> critical_schar(x)),
                refused("unsigned char", -1, x -> same_uchar(x)),
                refused("unsigned char", 256, x -> critical_uchar(x)),
                refused("char", 256, x -> same_char(x)),
                refused("short", 32768, x -> same_short(x)),
                refused("unsigned short", -1, x -> same_ushort(x)),
                refused("unsigned int", -1, x -> (int) same_uint(x)),
                refused("uint32_t", -1, x -> (int) critical_uint32(x)),
                refused("global", 256, x -> {
                    global_uchar(x);
                    return x;
                }),
                refused("field", 40_000, x -> scalars.allocate().a_short(x).a_short()));
    }

    private static DynamicTest refused(String what, int value, IntUnaryOperator there) {
        return DynamicTest.dynamicTest(what + " " + value, () -> assertThatThrownBy(() -> there.applyAsInt(value))
                .isInstanceOf(ValueOutOfRangeException.class));
    }

    @Test
    void aResultThatDoesNotFitIsTheCallersToHear() {
        assertThatThrownBy(() -> call_uchar(x -> 256, 1))
                .isInstanceOf(ValueOutOfRangeException.class)
                .hasMessageContaining("uchar_function");
    }
}
