package golden;

import static golden.Numbers.*;

import io.github.cffi4j.*;

class Use {
    public static void main(String[] args) {
        System.out.println("bool " + not_(true) + " " + not_(false));
        System.out.println("char " + same_char(0) + " " + same_char(200) + " " + same_char(255) + " " + same_char(-56));
        System.out.println("signed char " + same_schar(-128) + " " + same_schar(127));
        System.out.println("unsigned char " + same_uchar(0) + " " + same_uchar(255));
        System.out.println("short " + same_short(Short.MIN_VALUE) + " " + same_short(Short.MAX_VALUE));
        System.out.println("unsigned short " + same_ushort(0) + " " + same_ushort(65535));
        System.out.println("int " + same_int(Integer.MIN_VALUE) + " " + same_int(Integer.MAX_VALUE));
        System.out.println("unsigned " + same_uint(0) + " " + same_uint(4294967295L));
        System.out.println("long " + same_long(Integer.MIN_VALUE) + " " + same_long(Integer.MAX_VALUE));
        System.out.println("unsigned long " + same_ulong(0) + " " + same_ulong(4294967295L));
        System.out.println("long long " + same_llong(Long.MIN_VALUE) + " " + same_llong(Long.MAX_VALUE));
        System.out.println("unsigned long long " + same_ullong(0) + " " + Long.toUnsignedString(same_ullong(-1)));
        System.out.println("int8_t " + same_int8(-128) + " " + same_int8(127));
        System.out.println("uint8_t " + same_uint8(0) + " " + same_uint8(255));
        System.out.println("int16_t " + same_int16(-32768) + " " + same_int16(32767));
        System.out.println("uint16_t " + same_uint16(0) + " " + same_uint16(65535));
        System.out.println("int32_t " + same_int32(Integer.MIN_VALUE) + " " + same_int32(Integer.MAX_VALUE));
        System.out.println("uint32_t " + same_uint32(0) + " " + same_uint32(4294967295L));
        System.out.println("int64_t " + same_int64(Long.MIN_VALUE) + " " + same_int64(Long.MAX_VALUE));
        System.out.println("uint64_t " + same_uint64(0) + " " + Long.toUnsignedString(same_uint64(-1)));
        System.out.println("size_t " + same_size(0) + " " + Long.toUnsignedString(same_size(-1)));
        System.out.println("intptr_t " + same_intptr(Long.MIN_VALUE) + " " + same_intptr(Long.MAX_VALUE));
        System.out.println("float " + same_float(Float.MIN_VALUE) + " " + same_float(-Float.MAX_VALUE) + " "
                + same_float(Float.NaN) + " " + same_float(-0f));
        System.out.println("double " + same_double(Double.MIN_VALUE) + " " + same_double(-Double.MAX_VALUE) + " "
                + same_double(Double.NEGATIVE_INFINITY));
        System.out.println("long double " + same_ldouble(Math.PI));
        System.out.println("mixed " + mixed(200, -100, 0.5, 0.5f));
        nothing();

        refused(() -> same_char(256));
        refused(() -> same_char(-129));
        refused(() -> same_schar(128));
        refused(() -> same_uchar(-1));
        refused(() -> same_short(32768));
        refused(() -> same_ushort(65536));
        refused(() -> same_uint(-1));
        refused(() -> same_uint(4294967296L));
        refused(() -> same_int16(-32769));
        refused(() -> mixed(256, 0, 0, 0));

        try (Arena arena = Arena.open()) {
            System.out.println("sum " + sum(IntPointer.of(arena, 1, 2, 39), 3) + " " + sum(null, 0));
            BytePointer bytes = BytePointer.allocate(arena);
            ShortPointer shorts = ShortPointer.allocate(arena);
            LongPointer longs = LongPointer.allocate(arena);
            DoublePointer doubles = DoublePointer.allocate(arena);
            BoolPointer flag = BoolPointer.allocate(arena);
            count_up(bytes, shorts, longs, doubles, flag);
            System.out.println("out " + bytes.get() + " " + shorts.get() + " " + longs.get() + " " + doubles.get()
                    + " " + flag.get());
        }
    }

    private static void refused(Runnable call) {
        try {
            call.run();
            System.out.println("not refused");
        } catch (ValueOutOfRangeException e) {
            System.out.println(e.getMessage());
        }
    }
}
