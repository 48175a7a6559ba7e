package io.github.cffi4j.it.contract.signatures;

import io.github.cffi4j.it.contract.signatures.Kind.Scalar;
import io.github.cffi4j.it.contract.signatures.Kind.Value;
import java.util.List;

/** The types that are not made of others, with values at their limits. */
final class Scalars {
    /** Declared at the head of each cdef. */
    static final String DECLARATIONS = "enum colour { RED, GREEN = 5, BLUE = -3 };\n";

    static final List<Scalar> ALL = List.of(
            new Scalar(
                    "char",
                    "int",
                    List.of(new Value("(char)200", "200"), new Value("'a'", "97")),
                    "(unsigned char)(%s)",
                    "%s",
                    "(char)(%s)"),
            integer("signed char", "int", "-128", "-128", "127", "127"),
            integer("unsigned char", "int", "255", "255", "1", "1"),
            integer("short", "int", "-32768", "-32768", "32767", "32767"),
            integer("unsigned short", "int", "65535", "65535", "0", "0"),
            integer("int", "int", "(-2147483647 - 1)", "Integer.MIN_VALUE", "42", "42"),
            integer("unsigned int", "long", "4294967295u", "4294967295L", "7u", "7"),
            integer("long", "long", "-2000000000L", "-2000000000L", "5L", "5"),
            integer("unsigned long", "long", "3000000000UL", "3000000000L", "0UL", "0"),
            integer("long long", "long", "(-9223372036854775807LL - 1)", "Long.MIN_VALUE", "9LL", "9"),
            integer("unsigned long long", "long", "0xfffffffffffffff9ULL", "-7L", "1ULL", "1"),
            integer("int8_t", "int", "-7", "-7", "0", "0"),
            integer("uint16_t", "int", "65000", "65000", "3", "3"),
            integer("int64_t", "long", "-9000000000", "-9000000000L", "2", "2"),
            integer("size_t", "long", "77", "77", "0", "0"),
            new Scalar(
                    "_Bool",
                    "boolean",
                    List.of(new Value("1", "true"), new Value("0", "false")),
                    "(%s)",
                    "%s ? 1 : 0",
                    "(((%s) & 1) != 0)"),
            floating("float", "1.5f", "-0.0f", "(float)(int16_t)(%s)"),
            floating("double", "-2.25", "1e300", "(double)(int32_t)(%s) / 8"),
            new Scalar(
                    "void *",
                    "Pointer",
                    List.of(
                            new Value("(void *)0x12345678", "Pointer.ofAddress(0x12345678L)"),
                            new Value("(void *)0", "(Pointer) null")),
                    "(intptr_t)(%s)",
                    "Pointer.address(%s)",
                    "(void *)(intptr_t)((%s) & 0xffffffffff)"),
            new Scalar(
                    "enum colour",
                    "int",
                    List.of(new Value("GREEN", "GREEN"), new Value("BLUE", "BLUE")),
                    "(%s)",
                    "%s",
                    "((%s) & 1 ? GREEN : BLUE)"));

    private Scalars() {}

    private static Scalar integer(
            String c, String java, String first, String firstJava, String other, String otherJava) {
        return new Scalar(
                c,
                java,
                List.of(new Value(first, firstJava), new Value(other, otherJava)),
                "(int64_t)(%s)",
                "%s",
                "(" + c + ")(%s)");
    }

    private static Scalar floating(String type, String first, String other, String making) {
        return new Scalar(
                type,
                type,
                List.of(new Value(first, first), new Value(other, other)),
                "bits(%s)",
                "Double.doubleToRawLongBits(%s)",
                making);
    }
}
