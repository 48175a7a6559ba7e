package io.github.cffi4j.engine;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.CType.Scalar;
import io.github.cffi4j.engine.Shape.Function;
import io.github.cffi4j.engine.Shape.Leaf;
import io.github.cffi4j.engine.Shape.Simple;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * Calls random functions that a C compiler compiled, is called by C with random arguments, and compares what each side saw. A
 * program of its own as well, for systems and processors on which no build runs.
 */
final class Differences {
    private static final int FUNCTION = 0;
    private static final int CALLER = 1;
    private static final int SEEN = 2;
    private static final int GIVEN = 3;
    private static final int SEEN_SIZE = 4;

    private final Abi abi;
    private final long lookUp;
    private final Segment seen;
    private final Segment given;
    private final Segment seenSize;
    private final Random random;
    private final List<String> found = new ArrayList<>();
    private int calls;
    private int callbacks;

    private Differences(Abi abi, NativeLibrary library, long seed) {
        this.abi = abi;
        this.lookUp = library.get("look_up");
        this.seen = Segment.ofAddress(address(SEEN, 0));
        this.given = Segment.ofAddress(address(GIVEN, 0));
        this.seenSize = Segment.ofAddress(address(SEEN_SIZE, 0));
        this.random = new Random(seed);
    }

    /** Prints what differs: the convention, the seed, how many functions, and their library. */
    public static void main(String... arguments) {
        Abi abi = Abi.valueOf(arguments[0]);
        int count = Integer.parseInt(arguments[2]);
        Differences differences;
        try (NativeLibrary library = NativeLibrary.open(arguments[3])) {
            differences = of(abi, Long.parseLong(arguments[1]), count, library);
        }
        differences.found.stream().limit(20).forEach(System.out::println);
        System.out.println(abi + ": " + differences.calls + " calls, " + differences.callbacks + " callbacks, "
                + differences.found.size() + " differences");
        System.exit(differences.found.isEmpty() && differences.calls >= count ? 0 : 1);
    }

    static Differences of(Abi abi, long seed, int count, NativeLibrary library) {
        Differences differences = new Differences(abi, library, seed);
        for (Function function : new RandomFunctions(abi, seed, count).functions()) {
            differences.check(function);
        }
        return differences;
    }

    List<String> found() {
        return found;
    }

    int calls() {
        return calls;
    }

    int callbacks() {
        return callbacks;
    }

    private long address(int what, int number) {
        return Engine.call(lookUp, what, number);
    }

    private void check(Function function) {
        Signature signature = function.signature(abi);
        try (Arena arena = Arena.open()) {
            call(function, signature, arena);
            // By the plan, whatever way there is besides.
            call(function, signature.keepingErrors(), arena);
            if (function.fixed() < 0) {
                callback(function, signature, arena);
            }
        } catch (RuntimeException failure) {
            found.add(function + ": " + failure);
        }
    }

    private void call(Function function, Signature signature, Arena arena) {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        long[] words = new long[function.parameters().size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = argument(function.parameters().get(i), arena, expected);
        }
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        long value = argument(function.result(), arena, result);
        give(result);
        long target = address(FUNCTION, function.number());
        if (inMemory(function.result())) {
            Segment into = arena.allocate(Math.max(16, function.result().type().size()), 16);
            signature.callInto(target, into.address(), words);
            compare(function, "result", result.toByteArray(), bytes(function.result(), into));
        } else {
            long returned = signature.call(target, words);
            if (returned != value) {
                found.add(function + ": returned " + Long.toHexString(returned) + " for " + Long.toHexString(value));
            }
        }
        compare(function, "arguments", expected.toByteArray(), seen());
        calls++;
    }

    private void callback(Function function, Signature signature, Arena arena) {
        ByteArrayOutputStream arguments = new ByteArrayOutputStream();
        function.parameters().forEach(shape -> argument(shape, arena, arguments));
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        long value = argument(function.result(), arena, result);
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        give(arguments);
        Segment code = Engine.callback(arena, signature, given -> {
            for (int i = 0; i < function.parameters().size(); i++) {
                got.writeBytes(bytes(function.parameters().get(i), Segment.ofAddress(given.address(i))));
            }
            if (function.result().type() != Scalar.VOID) {
                given.resultBits(value);
            }
        });
        Engine.call(address(CALLER, function.number()), code.address());
        compare(function, "arguments of the callback", arguments.toByteArray(), got.toByteArray());
        compare(function, "result of the callback", result.toByteArray(), seen());
        callbacks++;
    }

    private void compare(Function function, String what, byte[] expected, byte[] actual) {
        if (!Arrays.equals(expected, actual)) {
            found.add(function + ": " + what + " " + HexFormat.of().formatHex(actual) + ", and not "
                    + HexFormat.of().formatHex(expected));
        }
    }

    private void give(ByteArrayOutputStream bytes) {
        given.copyFrom(bytes.toByteArray(), bytes.size());
    }

    private byte[] seen() {
        byte[] bytes = new byte[seenSize.getInt(0)];
        seen.copyTo(bytes, bytes.length);
        return bytes;
    }

    private static boolean inMemory(Shape shape) {
        return !(shape instanceof Simple simple) || simple.scalar() == Scalar.LONG_DOUBLE;
    }

    /** Makes up a value; returns its word, and appends its scalars as C sees them. */
    private long argument(Shape shape, Arena arena, ByteArrayOutputStream bytes) {
        if (!inMemory(shape)) {
            Scalar scalar = ((Simple) shape).scalar();
            long word = scalar == Scalar.VOID ? 0 : word(scalar);
            for (int i = 0; i < scalar.size(); i++) {
                bytes.write((int) (word >> 8 * i));
            }
            return word;
        }
        Segment memory = arena.allocate(Math.max(16, shape.type().size()), 16);
        for (Leaf leaf : shape.leaves("")) {
            if (leaf.scalar() == Scalar.LONG_DOUBLE) {
                memory.setLong(leaf.offset(), random.nextLong() | Long.MIN_VALUE);
                memory.setLong(leaf.offset() + 8, abi == Abi.SYSTEM_V ? 0x4001 : 0x4001L << 48 | random.nextInt());
            } else {
                long word = word(leaf.scalar());
                for (int i = 0; i < leaf.scalar().size(); i++) {
                    memory.setByte(leaf.offset() + i, (byte) (word >> 8 * i));
                }
            }
        }
        bytes.writeBytes(bytes(shape, memory));
        return memory.address();
    }

    private byte[] bytes(Shape shape, Segment memory) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Leaf leaf : shape.leaves("")) {
            long size = leaf.scalar() == Scalar.LONG_DOUBLE && abi == Abi.SYSTEM_V
                    ? 10
                    : leaf.scalar().size();
            for (int i = 0; i < size; i++) {
                bytes.write(memory.getByte(leaf.offset() + i));
            }
        }
        return bytes.toByteArray();
    }

    private long word(Scalar scalar) {
        long bits = random.nextLong();
        return switch (scalar) {
            case INT8 -> (byte) bits;
            case UINT8 -> bits & 0xFF;
            case INT16 -> (short) bits;
            case UINT16 -> bits & 0xFFFF;
            case INT32 -> (int) bits;
            case UINT32 -> bits & 0xFFFF_FFFFL;
            case FLOAT -> Float.floatToRawIntBits(random.nextFloat() * 1000) & 0xFFFF_FFFFL;
            case DOUBLE -> Double.doubleToRawLongBits(random.nextDouble() * 1e6);
            default -> bits;
        };
    }
}
