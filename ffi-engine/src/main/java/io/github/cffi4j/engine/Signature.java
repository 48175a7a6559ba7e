package io.github.cffi4j.engine;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.CType.Scalar;
import io.github.cffi4j.engine.internal.CallEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The type of a C function, and the way to call functions of it. Immutable, for any thread.
 *
 * <p>Each argument is a {@code long}: an integer with its sign or zeros above it, the bits of a {@code float} or {@code double}
 * ({@link Float#floatToRawIntBits}), an address. A struct, a union and a {@code long double} are the address of their bytes.
 * Nothing is checked: a wrong type, address or number of arguments ends the process at best.
 */
public final class Signature {
    /** The most bytes that the arguments of a call take: the smallest stacks are of 256 KB. */
    private static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_INTEGERS = 6;
    private static final int MAX_FLOATS = 8;

    /** The most values that a call may have to go through no memory: a small struct comes down to so few. */
    private static final int MAX_INTEGER_PARTS = 4;

    private static final int MAX_DOUBLE_PARTS = 2;

    /** The ways into C, quickest first. */
    enum Shape {
        INTEGERS,
        DOUBLES,
        MIXED,
        PLANNED
    }

    private final Abi abi;
    private final CType result;
    private final List<CType> parameters;
    private final int fixed;
    private final boolean keepsErrors;

    private final Shape shape;
    private final long kinds;
    private final Segment plan;

    private final long planAddress;
    private final Placement placement;
    private final Location[] locations;
    private final int[] registers;
    /** The moves that alone make up a call, by register: all of one kind; {@code null} if there is more to do. */
    private final Move[] integerParts;

    private final Move[] doubleParts;

    private Signature(Abi abi, CType result, List<CType> parameters, int fixed, boolean keepsErrors) {
        this.abi = abi;
        this.result = result;
        this.parameters = parameters;
        this.fixed = fixed;
        this.keepsErrors = keepsErrors;
        PassedTypes.check(abi, result, parameters, fixed);
        placement = Placement.of(abi, result, parameters, fixed);
        if (placement.bytes() > MAX_BYTES) {
            throw new IllegalArgumentException("the arguments of a call take " + placement.bytes()
                    + " bytes of the stack, and at most " + MAX_BYTES + " are possible; pass large structs by address");
        }
        plan = CallPlan.of(placement, result, keepsErrors);
        planAddress = plan.address();
        kinds = kinds(parameters);
        shape = chooseShape();
        locations = locations();
        registers = new int[locations.length];
        for (int i = 0; i < registers.length; i++) {
            registers[i] = register(locations[i]);
        }
        integerParts = parts(MAX_INTEGER_PARTS, 0, Long.BYTES, inRegisters(result) && !floating(result));
        doubleParts = parts(MAX_DOUBLE_PARTS, CallEngine.ENGINE_VEC, 16, result == Scalar.DOUBLE);
    }

    /**
     * Returns the type of a function that is not variadic.
     *
     * @throws IllegalArgumentException if C passes no such value, or the engine does not: a struct that is packed or aligned to
     *     more than its members, an empty one, a {@code long double} on Windows, more than 64 KB of arguments
     */
    public static Signature of(CType result, CType... parameters) {
        return new Signature(Abi.host(), result, List.of(parameters), -1, false);
    }

    /**
     * Returns the type of calls of a variadic function with certain arguments.
     *
     * @param fixed how many of the parameters are not variadic
     * @param parameters after C's promotions: no {@code float}, and no integer smaller than {@code int} among the variadic ones
     * @throws IllegalArgumentException as {@link #of}, or for a type that C would promote
     */
    public static Signature variadic(CType result, int fixed, CType... parameters) {
        return new Signature(Abi.host(), result, List.of(parameters), fixed, false);
    }

    /** The same by another platform's convention, for tests. */
    static Signature of(Abi abi, CType result, int fixed, CType... parameters) {
        return new Signature(abi, result, List.of(parameters), fixed, false);
    }

    /** Returns the same type, whose calls keep {@code errno} and Windows' last error for {@link Engine#errno()}. */
    public Signature keepingErrors() {
        return new Signature(abi, result, parameters, fixed, true);
    }

    /** Returns the result's type. */
    public CType result() {
        return result;
    }

    /** Returns the parameters' types. */
    public List<CType> parameters() {
        return parameters;
    }

    Placement placement() {
        return placement;
    }

    /** Returns where an argument of a callback is. */
    Location location(int index) {
        return locations[index];
    }

    /** Returns which place in a frame an argument of a callback has, negative if it is elsewhere. */
    int[] registers() {
        return registers;
    }

    private static int register(Location location) {
        Move first = location.parts()[0];
        boolean whole = location.spare() < 0 && first.kind() != Move.Kind.COPY_ADDRESS;
        return whole && first.target() < CallEngine.ENGINE_FRAME_BYTES ? first.target() : -1;
    }

    private Location[] locations() {
        Location[] found = new Location[parameters.size()];
        int spare = 0;
        for (int i = 0; i < found.length; i++) {
            List<Move> ofArgument = new ArrayList<>();
            for (Move move : placement.moves()) {
                if (move.argument() == i && move.kind() != Move.Kind.RESULT_ADDRESS) {
                    ofArgument.add(move);
                }
            }
            Move[] parts = ofArgument.toArray(new Move[0]);
            // On Windows x64 the last place of a floating argument is the integer register, which only variadic callers
            // fill.
            boolean gathered = parts.length > 1 && parts[0].kind() == Move.Kind.BYTES;
            found[i] = new Location(parts, gathered ? spare : -1);
            spare += gathered ? (int) CType.roundUp(parameters.get(i).size(), 16) : 0;
        }
        return found;
    }

    Shape shape() {
        return shape;
    }

    private Shape chooseShape() {
        boolean plain = fixed < 0 && !keepsErrors && inRegisters(result);
        int floats = Long.bitCount(kinds & 0xFFFF_FFFFL);
        int integers = parameters.size() - floats;
        boolean allDoubles = result == Scalar.DOUBLE;
        for (CType parameter : parameters) {
            plain &= inRegisters(parameter);
            allDoubles &= parameter == Scalar.DOUBLE;
        }
        if (!plain) {
            return Shape.PLANNED;
        } else if (floats == 0 && integers <= MAX_INTEGERS && !floating(result)) {
            return Shape.INTEGERS;
        } else if (allDoubles && (floats == 1 || floats == 2)) {
            return Shape.DOUBLES;
        }
        return integers <= MAX_INTEGERS && floats <= MAX_FLOATS ? Shape.MIXED : Shape.PLANNED;
    }

    /**
     * Calls a function.
     *
     * @param function its address
     * @return an integer with its sign or zeros above it, an address, or the bits of a floating result; of a struct, 0
     * @throws IllegalArgumentException if the number of arguments is wrong, or the result is a struct
     */
    public long call(long function, long... arguments) {
        if (!(result instanceof Scalar) || result == Scalar.LONG_DOUBLE) {
            throw new IllegalArgumentException("the result needs memory: call 'callInto'");
        }
        count(arguments);
        return switch (shape) {
            case INTEGERS -> narrowed(integers(function, arguments));
            case DOUBLES ->
                Double.doubleToRawLongBits(
                        arguments.length == 1
                                ? Engine.call(function, Double.longBitsToDouble(arguments[0]))
                                : Engine.call(
                                        function,
                                        Double.longBitsToDouble(arguments[0]),
                                        Double.longBitsToDouble(arguments[1])));
            case MIXED -> mixed(function, arguments);
            case PLANNED -> planned(function, 0, arguments);
        };
    }

    /**
     * Calls a function whose result is a struct, a union or a {@code long double}.
     *
     * @param result the address of memory for it
     * @throws IllegalArgumentException if the number of arguments is wrong
     */
    public void callInto(long function, long result, long... arguments) {
        count(arguments);
        planned(function, result, arguments);
    }

    /** The same for up to four arguments, without an array; those that there are not are 0. */
    public long callPlanned(long function, long result, long a, long b, long c, long d) {
        if (doubleParts != null) {
            double first = Double.longBitsToDouble(part(doubleParts[0], a, b, c, d));
            return Double.doubleToRawLongBits(
                    doubleParts.length == 1
                            ? Engine.call(function, first)
                            : Engine.call(function, first, Double.longBitsToDouble(part(doubleParts[1], a, b, c, d))));
        } else if (integerParts != null) {
            return narrowed(integers(function, a, b, c, d));
        }
        return CallEngine.engine_planned_4(planAddress, function, result, a, b, c, d);
    }

    private long integers(long function, long a, long b, long c, long d) {
        Move[] parts = integerParts;
        long first = part(parts[0], a, b, c, d);
        if (parts.length == 1) {
            return Engine.call(function, first);
        }
        long second = part(parts[1], a, b, c, d);
        if (parts.length == 2) {
            return Engine.call(function, first, second);
        }
        long third = part(parts[2], a, b, c, d);
        return parts.length == 3
                ? Engine.call(function, first, second, third)
                : Engine.call(function, first, second, third, part(parts[3], a, b, c, d));
    }

    private static long part(Move part, long a, long b, long c, long d) {
        int argument = part.argument();
        long word = argument == 0 ? a : argument == 1 ? b : argument == 2 ? c : d;
        return part.kind() == Move.Kind.VALUE ? word : Segment.ofAddress(word).getLong(part.source());
    }

    /** Returns the moves if they are only to the first registers of a kind, a whole one each. */
    private Move[] parts(int most, int firstRegister, int stride, boolean resultOfThatKind) {
        List<Move> moves = new ArrayList<>();
        for (Move move : placement.moves()) {
            // Of a struct of 16 bytes, aarch64 moves both halves at once.
            for (int done = 0; done < move.size(); done += Long.BYTES) {
                moves.add(new Move(
                        move.kind(),
                        move.argument(),
                        Math.min(Long.BYTES, move.size() - done),
                        move.source() + done,
                        move.target() + done));
            }
        }
        boolean simple = resultOfThatKind
                && !keepsErrors
                && fixed < 0
                && !moves.isEmpty()
                && moves.size() <= most
                && parameters.size() <= 4
                && placement.words() == 0;
        for (int i = 0; simple && i < moves.size(); i++) {
            Move move = moves.get(i);
            simple = (move.ofEightBytes() || move.ofAWord()) && move.target() == firstRegister + stride * i;
        }
        return simple ? moves.toArray(new Move[0]) : null;
    }

    /** The same for up to eight arguments. */
    public long callPlanned(
            long function, long result, long a, long b, long c, long d, long e, long f, long g, long h) {
        return CallEngine.engine_planned_8(planAddress, function, result, a, b, c, d, e, f, g, h);
    }

    /** The same for any number of arguments, by the address of their words. */
    public long callPlanned(long function, long result, long words) {
        return CallEngine.engine_planned(planAddress, function, result, words);
    }

    /** Returns the kinds of the arguments in their order, for {@link Engine#callMixed}. */
    public long kinds() {
        return kinds;
    }

    private static long kinds(List<CType> parameters) {
        long mask = 0;
        for (int i = 0; i < parameters.size() && i < Integer.SIZE; i++) {
            mask |= floating(parameters.get(i)) ? 1L << i : 0;
        }
        return mask | (long) parameters.size() << Integer.SIZE;
    }

    private void count(long[] arguments) {
        if (arguments.length != parameters.size()) {
            throw new IllegalArgumentException("the function has " + parameters.size() + " parameters, and "
                    + arguments.length + " arguments came");
        }
    }

    private static long integers(long function, long[] a) {
        return switch (a.length) {
            case 0 -> Engine.call(function);
            case 1 -> Engine.call(function, a[0]);
            case 2 -> Engine.call(function, a[0], a[1]);
            case 3 -> Engine.call(function, a[0], a[1], a[2]);
            case 4 -> Engine.call(function, a[0], a[1], a[2], a[3]);
            case 5 -> Engine.call(function, a[0], a[1], a[2], a[3], a[4]);
            default -> Engine.call(function, a[0], a[1], a[2], a[3], a[4], a[5]);
        };
    }

    private long mixed(long function, long[] arguments) {
        long[] i = new long[MAX_INTEGERS];
        double[] d = new double[MAX_FLOATS];
        int integers = 0;
        int floats = 0;
        for (int n = 0; n < arguments.length; n++) {
            if ((kinds >> n & 1) != 0) {
                d[floats++] = Double.longBitsToDouble(arguments[n]);
            } else {
                i[integers++] = arguments[n];
            }
        }
        if (floating(result)) {
            double value = Engine.callMixedDouble(
                    function, kinds, i[0], i[1], i[2], i[3], i[4], i[5], d[0], d[1], d[2], d[3], d[4], d[5], d[6],
                    d[7]);
            return narrowed(Double.doubleToRawLongBits(value));
        }
        return narrowed(Engine.callMixed(
                function, kinds, i[0], i[1], i[2], i[3], i[4], i[5], d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7]));
    }

    private long planned(long function, long into, long[] arguments) {
        if (arguments.length <= 4) {
            long[] a = Arrays.copyOf(arguments, 4);
            return callPlanned(function, into, a[0], a[1], a[2], a[3]);
        } else if (arguments.length <= 8) {
            long[] a = Arrays.copyOf(arguments, 8);
            return callPlanned(function, into, a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]);
        }
        try (Arena arena = Arena.open()) {
            Segment words = arena.allocate((long) Long.BYTES * arguments.length, Long.BYTES);
            words.copyFrom(arguments, (long) Long.BYTES * arguments.length);
            return callPlanned(function, into, words.address());
        }
    }

    /** Of a result that is narrower than its register, the bits above it are anything. */
    private long narrowed(long value) {
        return switch ((Scalar) result) {
            case VOID -> 0;
            case INT8 -> (byte) value;
            case UINT8 -> value & 0xFF;
            case INT16 -> (short) value;
            case UINT16 -> value & 0xFFFF;
            case INT32 -> (int) value;
            case UINT32, FLOAT -> value & 0xFFFF_FFFFL;
            default -> value;
        };
    }

    private static boolean floating(CType type) {
        return type instanceof Scalar scalar && scalar.floating();
    }

    private static boolean inRegisters(CType type) {
        return type instanceof Scalar && type != Scalar.LONG_DOUBLE;
    }
}
