package io.github.cffi4j.engine;

import io.github.cffi4j.engine.CType.Scalar;
import io.github.cffi4j.engine.Shape.Array;
import io.github.cffi4j.engine.Shape.Function;
import io.github.cffi4j.engine.Shape.Leaf;
import io.github.cffi4j.engine.Shape.Simple;
import io.github.cffi4j.engine.Shape.Struct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random C functions, the same for each seed. Each notes what it got, and returns what it was told to; beside each is one that
 * calls a function pointer of its type. The C needs no library.
 */
final class RandomFunctions {
    private static final Scalar[] INTEGERS = {
        Scalar.INT8,
        Scalar.UINT8,
        Scalar.INT16,
        Scalar.UINT16,
        Scalar.INT32,
        Scalar.UINT32,
        Scalar.INT64,
        Scalar.POINTER
    };

    private static final String BEGIN = """
        #ifdef _WIN32
        #define SHOWN __attribute__((dllexport))
        int _fltused;
        int DllMainCRTStartup(void *a, unsigned b, void *c) { return 1; }
        #else
        #define SHOWN __attribute__((visibility("default")))
        #endif
        #ifdef __x86_64__
        #define LONG_DOUBLE 10
        #else
        #define LONG_DOUBLE 16
        #endif
        #define HIDDEN __attribute__((visibility("hidden")))
        static unsigned char seen[65536], given[65536];
        static int seen_size, given_size;
        HIDDEN void *memcpy(void *to, const void *from, __SIZE_TYPE__ size) {
            for (volatile char *t = to; size; size--) *t++ = *(const char *)from, from = (const char *)from + 1;
            return to;
        }
        HIDDEN void *memset(void *to, int value, __SIZE_TYPE__ size) {
            for (volatile char *t = to; size; size--) *t++ = (char)value;
            return to;
        }
        static __attribute__((noinline)) void put(const void *from, int size) { memcpy(seen + seen_size, from, size); seen_size += size; }
        static __attribute__((noinline)) void get(void *to, int size) { memcpy(to, given + given_size, size); given_size += size; }
        #define START seen_size = given_size = 0;
        #define PUT(x) put(&x, sizeof x);
        #define GET(x) get(&x, sizeof x);
        #define PUT_LONG(x) put(&x, LONG_DOUBLE);
        #define GET_LONG(x) get(&x, LONG_DOUBLE);
        """;

    private final Random random;
    private final Abi abi;
    private final StringBuilder types = new StringBuilder();
    private int structs;
    private final List<Function> functions = new ArrayList<>();

    RandomFunctions(Abi abi, long seed, int count) {
        this.random = new Random(seed);
        this.abi = abi;
        for (int i = 0; i < count; i++) {
            Function function = function(i);
            while (!agreedOn(function)) {
                function = function(i);
            }
            functions.add(function);
        }
    }

    /** Writes the C: the convention, the seed, how many, and the file. */
    public static void main(String... arguments) throws IOException {
        RandomFunctions functions = new RandomFunctions(
                Abi.valueOf(arguments[0]), Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
        Files.writeString(Path.of(arguments[3]), functions.c());
    }

    List<Function> functions() {
        return functions;
    }

    private Function function(int number) {
        int count = random.nextInt(4) == 0 ? random.nextInt(20) : random.nextInt(9);
        List<Shape> parameters = new ArrayList<>();
        // Some of one kind only, which take ways of their own.
        int mood = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            parameters.add(
                    mood == 0 ? integer() : mood == 1 ? new Simple(Scalar.DOUBLE) : mood == 2 ? scalar() : value());
        }
        Shape result = random.nextInt(8) == 0
                ? new Simple(Scalar.VOID)
                : mood == 0 ? integer() : mood == 1 ? new Simple(Scalar.DOUBLE) : value();
        int fixed = -1;
        if (count > 1 && random.nextInt(5) == 0) {
            fixed = 1 + random.nextInt(count - 1);
            for (int i = fixed; i < count; i++) {
                while (promoted(parameters.get(i))) {
                    parameters.set(i, value());
                }
            }
        }
        return new Function(number, result, parameters, fixed);
    }

    /** Returns false for what the compilers of a platform pass differently. */
    private boolean agreedOn(Function function) {
        try {
            Placement.of(
                    abi,
                    function.result().type(),
                    function.parameters().stream().map(Shape::type).toList(),
                    function.fixed());
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static boolean promoted(Shape shape) {
        return shape instanceof Simple simple
                && (simple.scalar() == Scalar.FLOAT
                        || !simple.scalar().floating() && simple.scalar().size() < 4);
    }

    private Shape value() {
        return random.nextInt(100) < 70 ? scalar() : struct(0);
    }

    private Simple integer() {
        return new Simple(INTEGERS[random.nextInt(INTEGERS.length)]);
    }

    private Simple scalar() {
        int kind = random.nextInt(100);
        if (kind < 60) {
            return integer();
        }
        return new Simple(
                kind < 76
                        ? Scalar.FLOAT
                        : kind < 96 || abi.windows() || abi == Abi.APPLE_ARM64 ? Scalar.DOUBLE : Scalar.LONG_DOUBLE);
    }

    private Struct struct(int depth) {
        List<Shape> members = new ArrayList<>();
        int count = 1 + random.nextInt(random.nextInt(6) == 0 ? 9 : 4);
        boolean homogeneous = random.nextInt(3) == 0;
        boolean union = !homogeneous && random.nextInt(8) == 0;
        Simple element = new Simple(random.nextBoolean() ? Scalar.FLOAT : Scalar.DOUBLE);
        for (int i = 0; i < count; i++) {
            Simple member = homogeneous ? element : scalar();
            int kind = random.nextInt(10);
            members.add(
                    union || kind < 7
                            ? member
                            : kind < 9 || depth == 2 ? new Array(1 + random.nextInt(4), member) : struct(depth + 1));
        }
        Struct struct = new Struct("s" + structs++, union, members);
        types.append(struct.definition());
        return struct;
    }

    String c() {
        StringBuilder text = new StringBuilder(BEGIN).append(types);
        for (Function function : functions) {
            append(text, function);
        }
        text.append("static void *const functions[] = {");
        functions.forEach(function -> text.append("f").append(function.number()).append(", "));
        text.append("};\nstatic void *const callers[] = {");
        functions.forEach(function -> text.append(function.fixed() < 0 ? "c" + function.number() : "0")
                .append(", "));
        text.append("""
            };
            SHOWN const void *look_up(int what, int number) {
                switch (what) {
                case 0: return functions[number];
                case 1: return callers[number];
                case 2: return seen;
                case 3: return given;
                default: return &seen_size;
                }
            }
            """);
        return text.toString();
    }

    private static void append(StringBuilder text, Function function) {
        int number = function.number();
        List<Shape> parameters = function.parameters();
        StringBuilder declared = new StringBuilder();
        StringBuilder got = new StringBuilder();
        StringBuilder made = new StringBuilder();
        StringBuilder passed = new StringBuilder();
        for (int i = 0; i < parameters.size(); i++) {
            Shape shape = parameters.get(i);
            if (function.fixed() < 0 || i < function.fixed()) {
                declared.append(i > 0 ? ", " : "").append(shape.declare("a" + i));
            } else {
                got.append(shape.declare("a" + i) + " = __builtin_va_arg(list, " + shape.declare("") + "); ");
            }
            made.append(shape.declare("a" + i)).append("; ");
            for (Leaf leaf : shape.leaves("a" + i)) {
                made.append(access("GET", leaf));
            }
            passed.append(i > 0 ? ", a" : "a").append(i);
        }
        if (function.fixed() >= 0) {
            declared.append(", ...");
            got.insert(0, "__builtin_va_list list; __builtin_va_start(list, a" + (function.fixed() - 1) + "); ");
        }
        for (int i = 0; i < parameters.size(); i++) {
            for (Leaf leaf : parameters.get(i).leaves("a" + i)) {
                got.append(access("PUT", leaf));
            }
        }
        boolean none = function.result().type() == Scalar.VOID;
        String parameterList = declared.isEmpty() ? "void" : declared.toString();
        text.append("static " + function.result().declare("f" + number) + "(" + parameterList + ") { START " + got);
        if (!none) {
            text.append(function.result().declare("r") + "; ");
            function.result().leaves("r").forEach(leaf -> text.append(access("GET", leaf)));
            text.append("return r; ");
        }
        text.append("}\n");
        if (function.fixed() < 0) {
            text.append("static void c" + number + "(" + function.result().declare("(*f)") + "(" + parameterList
                    + ")) { START " + made);
            text.append((none ? "" : function.result().declare("r") + " = ") + "f(" + passed + "); ");
            function.result().leaves("r").forEach(leaf -> text.append(access("PUT", leaf)));
            text.append("}\n");
        }
    }

    private static String access(String what, Leaf leaf) {
        return what + (leaf.scalar() == Scalar.LONG_DOUBLE ? "_LONG(" : "(") + leaf.path() + ") ";
    }
}
