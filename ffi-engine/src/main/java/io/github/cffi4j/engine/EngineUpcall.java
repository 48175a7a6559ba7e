package io.github.cffi4j.engine;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Segment;
import io.github.cffi4j.generated.CallShape;
import io.github.cffi4j.generated.CallType;
import io.github.cffi4j.generated.CallType.Composite;
import io.github.cffi4j.generated.CallType.Scalar;
import io.github.cffi4j.generated.Scratch;
import io.github.cffi4j.generated.SystemEntry;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;

/** The code of a C function that a generated class has, as the engine calls it. */
final class EngineUpcall implements Callback {
    /** Weakly: the generated class keeps it, and not the engine, which may serve several applications. */
    private final Reference<SystemEntry> entry;

    private final int number;
    private final CallType[] types;
    private final CallType result;
    private final boolean words;
    /** Of each argument, if all are integers or addresses: how far to shift it for its sign, and the bits that it has. */
    private final int[] shifts;

    private final long[] masks;

    /**
     * Code of certain types.
     *
     * @param number that the entry gets
     */
    EngineUpcall(SystemEntry entry, int number, CallShape shape) {
        this.entry = new WeakReference<>(entry);
        this.number = number;
        this.types = shape.parameters().toArray(new CallType[0]);
        this.result = shape.result();
        this.words = SystemEntry.takesWords(shape);
        this.shifts = integers() ? new int[types.length] : null;
        this.masks = new long[types.length];
        for (int i = 0; shifts != null && i < types.length; i++) {
            Scalar type = (Scalar) types[i];
            shifts[i] = Long.SIZE - bits(type);
            masks[i] = signed(type) ? -1 : -1L >>> shifts[i];
        }
    }

    private boolean integers() {
        boolean integers = words && !((Scalar) result).floating() && result != Scalar.BOOL;
        for (CallType type : types) {
            integers &= type instanceof Scalar scalar && !scalar.floating();
        }
        return integers;
    }

    private static int bits(Scalar type) {
        return switch (type) {
            case BOOL, INT8, UINT8 -> Byte.SIZE;
            case INT16, UINT16 -> Short.SIZE;
            case INT32, UINT32 -> Integer.SIZE;
            default -> Long.SIZE;
        };
    }

    private static boolean signed(Scalar type) {
        return type == Scalar.INT8 || type == Scalar.INT16 || type == Scalar.INT32 || bits(type) == Long.SIZE;
    }

    @Override
    public void call(Arguments arguments) {
        SystemEntry code = entry.get();
        if (code == null) {
            return;
        }
        if (shifts != null) {
            arguments.result(run(code, arguments));
        } else if (words) {
            result((Scalar) result, run(code, arguments), arguments);
        } else {
            inMemory(code, arguments);
        }
    }

    /** In two parts, which are small enough for the JIT to have them inline. */
    private long run(SystemEntry code, Arguments arguments) {
        return switch (types.length) {
            case 0 -> code.words(number);
            case 1 -> code.words(number, word(arguments, 0));
            case 2 -> code.words(number, word(arguments, 0), word(arguments, 1));
            case 3 -> code.words(number, word(arguments, 0), word(arguments, 1), word(arguments, 2));
            case 4 ->
                code.words(number, word(arguments, 0), word(arguments, 1), word(arguments, 2), word(arguments, 3));
            default -> more(code, arguments);
        };
    }

    private long more(SystemEntry code, Arguments arguments) {
        return switch (types.length) {
            case 5 ->
                code.words(
                        number,
                        word(arguments, 0),
                        word(arguments, 1),
                        word(arguments, 2),
                        word(arguments, 3),
                        word(arguments, 4));
            case 6 ->
                code.words(
                        number,
                        word(arguments, 0),
                        word(arguments, 1),
                        word(arguments, 2),
                        word(arguments, 3),
                        word(arguments, 4),
                        word(arguments, 5));
            case 7 ->
                code.words(
                        number,
                        word(arguments, 0),
                        word(arguments, 1),
                        word(arguments, 2),
                        word(arguments, 3),
                        word(arguments, 4),
                        word(arguments, 5),
                        word(arguments, 6));
            default ->
                code.words(
                        number,
                        word(arguments, 0),
                        word(arguments, 1),
                        word(arguments, 2),
                        word(arguments, 3),
                        word(arguments, 4),
                        word(arguments, 5),
                        word(arguments, 6),
                        word(arguments, 7));
        };
    }

    private long word(Arguments arguments, int index) {
        int[] all = shifts;
        if (all == null) {
            return word((Scalar) types[index], arguments, index);
        }
        int shift = all[index];
        return arguments.getLong(index) << shift >> shift & masks[index];
    }

    /** Returns an argument as 64 bits: an integer with its sign or zeros above it, or the bits of a {@code double}. */
    private static long word(Scalar type, Arguments arguments, int index) {
        return switch (type) {
            case FLOAT -> Double.doubleToRawLongBits(arguments.getFloat(index));
            case DOUBLE, INT64, UINT64, ADDRESS -> arguments.getLong(index);
            case BOOL, UINT8 -> Byte.toUnsignedLong(arguments.getByte(index));
            case INT8 -> arguments.getByte(index);
            case INT16 -> arguments.getShort(index);
            case UINT16 -> Short.toUnsignedLong(arguments.getShort(index));
            case INT32 -> arguments.getInt(index);
            case UINT32 -> Integer.toUnsignedLong(arguments.getInt(index));
            case VOID -> throw new IllegalArgumentException("a parameter is void");
        };
    }

    private static void result(Scalar type, long bits, Arguments arguments) {
        switch (type) {
            case VOID -> {
                return;
            }
            case FLOAT -> arguments.result((float) Double.longBitsToDouble(bits));
            case DOUBLE -> arguments.result(Double.longBitsToDouble(bits));
            case BOOL -> arguments.result(bits != 0 ? 1L : 0L);
            default -> arguments.result(bits);
        }
    }

    private void inMemory(SystemEntry code, Arguments arguments) {
        Scratch scratch = Scratch.ofThread();
        long mark = scratch.mark();
        try {
            Segment slots = scratch.allocate((1L + types.length) * Long.BYTES);
            slots.setLong(0, 0);
            for (int i = 0; i < types.length; i++) {
                long word = types[i] instanceof Scalar scalar ? word(scalar, arguments, i) : arguments.address(i);
                slots.setLong((1L + i) * Long.BYTES, word);
            }
            if (result instanceof Composite struct) {
                // The entry writes the struct to memory whose address it finds in the first slot.
                try (Arena arena = Arena.open()) {
                    Segment memory = arena.allocate(struct.size(), struct.alignment());
                    slots.setLong(0, memory.address());
                    code.slots(number, slots.address());
                    arguments.resultAt(memory.address());
                }
            } else {
                code.slots(number, slots.address());
                result((Scalar) result, slots.getLong(0), arguments);
            }
        } finally {
            scratch.release(mark);
        }
    }
}
