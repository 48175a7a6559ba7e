package io.github.cffi4j.engine;

import io.github.cffi4j.engine.CType.Composite;
import io.github.cffi4j.engine.CType.Member;
import io.github.cffi4j.engine.CType.Scalar;
import io.github.cffi4j.engine.internal.CallEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a convention wants the arguments of a function, and where it has the result. Offsets are those of the engine's frame
 * ({@code engine.h}); the words of the stack are behind it, and copies of structs behind those.
 */
final class Placement {
    private static final int VECTOR_BYTES = 16;

    private final Abi abi;
    private final boolean variadic;
    private final List<Move> moves = new ArrayList<>();
    private final List<Move> resultMoves = new ArrayList<>();
    /** Moves to and of copies, counted from the first of them. */
    private final List<Move> copies = new ArrayList<>();

    private int integers;
    private int vectors;
    private long stack;
    private long copied;
    private boolean x87;
    private boolean byAddress;

    private Placement(Abi abi, boolean variadic) {
        this.abi = abi;
        this.variadic = variadic;
    }

    /**
     * Places a call.
     *
     * @param fixed how many parameters are not variadic; negative if the function is not
     */
    static Placement of(Abi abi, CType result, List<CType> parameters, int fixed) {
        Placement placement = new Placement(abi, fixed >= 0);
        placement.placeResult(result);
        for (int i = 0; i < parameters.size(); i++) {
            placement.place(i, parameters.get(i), fixed < 0 || i < fixed);
        }
        placement.stack = CType.roundUp(placement.stack, 16);
        int behind = Math.toIntExact(placement.stack);
        for (Move copy : placement.copies) {
            placement.moves.add(copy.behind(CallEngine.ENGINE_FRAME_BYTES + behind));
        }
        placement.copies.clear();
        return placement;
    }

    List<Move> moves() {
        return moves;
    }

    List<Move> resultMoves() {
        return resultMoves;
    }

    /** Returns the words of the stack; an even number. */
    int words() {
        return Math.toIntExact(stack / Long.BYTES);
    }

    /** Returns the bytes of frame, stack and copies. */
    int bytes() {
        return Math.toIntExact(CallEngine.ENGINE_FRAME_BYTES + stack + copied);
    }

    /** Returns true if the result comes in the register of the x87. */
    boolean x87() {
        return x87;
    }

    /** Returns true if an argument takes all bits of a vector register. */
    boolean wide() {
        for (Move move : moves) {
            if (move.size() > Long.BYTES
                    && move.target() >= CallEngine.ENGINE_VEC
                    && move.target() < CallEngine.ENGINE_INDIRECT) {
                return true;
            }
        }
        return false;
    }

    /** Returns true if C gets the address of the memory for the result. */
    boolean resultByAddress() {
        return byAddress;
    }

    private void place(int argument, CType type, boolean named) {
        switch (abi) {
            case SYSTEM_V -> systemV(argument, type);
            case WINDOWS_X64 -> windowsX64(argument, type);
            case WINDOWS_ARM64 -> {
                if (variadic) {
                    windowsArm64Variadic(argument, type, named);
                } else {
                    arm64(argument, type);
                }
            }
            case APPLE_ARM64 -> {
                if (named) {
                    arm64(argument, type);
                } else {
                    appleVariadic(argument, type);
                }
            }
            default -> arm64(argument, type);
        }
    }

    private void placeResult(CType result) {
        if (result instanceof Scalar scalar) {
            if (scalar == Scalar.LONG_DOUBLE) {
                x87 = abi == Abi.SYSTEM_V;
                resultMoves.add(result(16, x87 ? CallEngine.ENGINE_RESULT_X87 : CallEngine.ENGINE_RESULT_VEC, 0));
            }
            return;
        }
        Composite composite = (Composite) result;
        switch (abi) {
            case SYSTEM_V -> systemVResult(composite);
            case WINDOWS_X64 -> {
                if (inOneRegister(composite)) {
                    resultMoves.add(result(composite.size(), CallEngine.ENGINE_RESULT_GPR, 0));
                } else {
                    resultAddress(integerRegister(integers++));
                }
            }
            default -> arm64Result(composite);
        }
    }

    private static Move result(long size, int source, long target) {
        return new Move(Move.Kind.BYTES, 0, (int) size, source, (int) target);
    }

    private void resultAddress(int target) {
        byAddress = true;
        moves.add(new Move(Move.Kind.RESULT_ADDRESS, 0, Long.BYTES, 0, target));
    }

    // System V: a struct of up to 16 bytes is two eightbytes, each of which has a register if both have.

    private void systemV(int argument, CType type) {
        if (type instanceof Composite composite) {
            Boolean[] floating = eightbytes(composite);
            int wantedVectors = 0;
            for (int i = 0; floating != null && i < floating.length; i++) {
                wantedVectors += floating[i] ? 1 : 0;
            }
            if (floating == null || vectors + wantedVectors > 8 || integers + floating.length - wantedVectors > 6) {
                bytes(argument, composite.size(), 0, onStack(composite.size(), Math.max(8, composite.alignment())));
                return;
            }
            for (int i = 0; i < floating.length; i++) {
                bytes(
                        argument,
                        Math.min(8, composite.size() - 8L * i),
                        8L * i,
                        floating[i] ? vectorRegister(vectors++) : integerRegister(integers++));
            }
        } else if (type == Scalar.LONG_DOUBLE) {
            bytes(argument, 16, 0, onStack(16, 16));
        } else if (((Scalar) type).floating()) {
            value(argument, vectors < 8 ? vectorRegister(vectors++) : onStack(8, 8));
        } else {
            value(argument, integers < 6 ? integerRegister(integers++) : onStack(8, 8));
        }
    }

    /** Returns which eightbytes are floating; {@code null} for a struct that goes by memory. */
    private static Boolean[] eightbytes(Composite composite) {
        if (composite.size() > 16) {
            return null;
        }
        Boolean[] floating = new Boolean[Math.toIntExact((composite.size() + 7) / 8)];
        for (Member member : composite.scalars()) {
            if (member.type() == Scalar.LONG_DOUBLE) {
                return null;
            }
            int index = (int) (member.offset() / 8);
            boolean kind = ((Scalar) member.type()).floating();
            floating[index] = floating[index] == null ? kind : floating[index] && kind;
        }
        return floating;
    }

    private void systemVResult(Composite composite) {
        Boolean[] floating = eightbytes(composite);
        List<Member> scalars = composite.scalars();
        if (floating != null) {
            int inIntegers = 0;
            int inVectors = 0;
            for (int i = 0; i < floating.length; i++) {
                int source = floating[i]
                        ? CallEngine.ENGINE_RESULT_VEC + VECTOR_BYTES * inVectors++
                        : CallEngine.ENGINE_RESULT_GPR + Long.BYTES * inIntegers++;
                resultMoves.add(result(Math.min(8, composite.size() - 8L * i), source, 8L * i));
            }
        } else if (composite.size() == 16 && scalars.stream().allMatch(member -> member.type() == Scalar.LONG_DOUBLE)) {
            x87 = true;
            resultMoves.add(result(16, CallEngine.ENGINE_RESULT_X87, 0));
        } else {
            resultAddress(integerRegister(integers++));
        }
    }

    // Windows x64: four positions, whatever is in them. A floating argument is in both registers, for variadic
    // functions.

    private void windowsX64(int argument, CType type) {
        if (type instanceof Composite composite && !inOneRegister(composite)) {
            copyAddress(argument, composite.size(), position());
        } else if (type instanceof Composite composite) {
            bytes(argument, composite.size(), 0, position());
        } else {
            if (((Scalar) type).floating() && integers < 4) {
                value(argument, vectorRegister(integers));
            }
            value(argument, position());
        }
    }

    private int position() {
        return integers < 4 ? integerRegister(integers++) : onStack(8, 8);
    }

    private static boolean inOneRegister(Composite composite) {
        return composite.size() <= 8 && Long.bitCount(composite.size()) == 1;
    }

    // AAPCS64, and what Apple and Microsoft make of it.

    private void arm64(int argument, CType type) {
        if (type instanceof Scalar scalar) {
            boolean free = scalar.floating() ? vectors < 8 : integers < 8;
            if (free && scalar.floating()) {
                scalar(argument, scalar, vectorRegister(vectors++));
            } else if (free) {
                value(argument, integerRegister(integers++));
            } else if (abi == Abi.APPLE_ARM64) {
                int target = onStack(scalar.size(), scalar.size());
                moves.add(new Move(Move.Kind.VALUE, argument, (int) scalar.size(), 0, target));
            } else {
                scalar(argument, scalar, onStack(Math.max(8, scalar.size()), Math.max(8, scalar.size())));
            }
            return;
        }
        Composite composite = (Composite) type;
        Scalar element = homogeneous(composite);
        if (element != null) {
            int count = Math.toIntExact(composite.size() / element.size());
            if (vectors + count <= 8) {
                for (int i = 0; i < count; i++) {
                    bytes(argument, element.size(), i * element.size(), vectorRegister(vectors++));
                }
            } else {
                vectors = 8;
                bytes(argument, composite.size(), 0, onStack(composite.size(), stackAlignment(composite)));
            }
        } else if (composite.size() > 16) {
            copyAddress(argument, composite.size(), integers < 8 ? integerRegister(integers++) : onStack(8, 8));
        } else {
            if (composite.alignment() == 16 && abi != Abi.APPLE_ARM64) {
                integers += integers & 1;
            }
            int count = Math.toIntExact((composite.size() + 7) / 8);
            if (integers + count <= 8) {
                bytes(argument, composite.size(), 0, integerRegister(integers));
                integers += count;
            } else {
                integers = 8;
                bytes(argument, composite.size(), 0, onStack(8L * count, Math.max(8, composite.alignment())));
            }
        }
    }

    private long stackAlignment(Composite composite) {
        return abi == Abi.APPLE_ARM64 ? composite.alignment() : Math.max(8, composite.alignment());
    }

    private void scalar(int argument, Scalar scalar, int target) {
        if (scalar == Scalar.LONG_DOUBLE) {
            bytes(argument, scalar.size(), 0, target);
        } else {
            value(argument, target);
        }
    }

    /** Returns the floating type of which a struct has one to four, and nothing else; {@code null} if there is none. */
    private static Scalar homogeneous(Composite composite) {
        Scalar element = null;
        long covered = 0;
        for (Member member : composite.scalars()) {
            Scalar scalar = (Scalar) member.type();
            if (!scalar.floating() || element != null && element != scalar || member.offset() % scalar.size() != 0) {
                return null;
            }
            element = scalar;
            covered |= 1L << Math.min(63, member.offset() / scalar.size());
        }
        return element != null
                        && composite.size() % element.size() == 0
                        && composite.size() / element.size() <= 4
                        && covered == (1L << composite.size() / element.size()) - 1
                ? element
                : null;
    }

    private void arm64Result(Composite composite) {
        Scalar element = homogeneous(composite);
        if (element != null) {
            for (int i = 0; i * element.size() < composite.size(); i++) {
                resultMoves.add(
                        result(element.size(), CallEngine.ENGINE_RESULT_VEC + VECTOR_BYTES * i, i * element.size()));
            }
        } else if (composite.size() > 16) {
            resultAddress(CallEngine.ENGINE_INDIRECT);
        } else {
            resultMoves.add(result(composite.size(), CallEngine.ENGINE_RESULT_GPR, 0));
        }
    }

    /** Every variadic argument is on the stack, in 8 bytes or more. */
    private void appleVariadic(int argument, CType type) {
        if (type instanceof Composite composite) {
            if (composite.size() > 16 && homogeneous(composite) == null) {
                copyAddress(argument, composite.size(), onStack(8, 8));
            } else {
                int target = onStack(CType.roundUp(composite.size(), 8), Math.max(8, composite.alignment()));
                bytes(argument, composite.size(), 0, target);
            }
        } else {
            value(argument, onStack(8, 8));
        }
    }

    /**
     * As if there were no vector registers. A variadic struct may be partly in x7 and partly on the stack, since that is how
     * {@code va_arg} reads it. For a named one, Microsoft's compiler does the same, and clang (of zig 0.16) does not.
     */
    private void windowsArm64Variadic(int argument, CType type, boolean named) {
        if (named && type instanceof Composite && type.size() > 8 && type.size() <= 16 && integers == 7) {
            throw new IllegalArgumentException(
                    "parameter " + (argument + 1) + " is a struct that compilers of Windows on"
                            + " ARM pass differently: they do not agree whether a part of it is in the last register");
        }
        if (type instanceof Composite composite && composite.size() > 16) {
            copyAddress(argument, composite.size(), word());
        } else if (type instanceof Composite composite) {
            for (long done = 0; done < composite.size(); done += 8) {
                bytes(argument, Math.min(8, composite.size() - done), done, word());
            }
        } else {
            value(argument, word());
        }
    }

    private int word() {
        return integers < 8 ? integerRegister(integers++) : onStack(8, 8);
    }

    private static int integerRegister(int number) {
        return Long.BYTES * number;
    }

    private static int vectorRegister(int number) {
        return CallEngine.ENGINE_VEC + VECTOR_BYTES * number;
    }

    private int onStack(long size, long alignment) {
        stack = CType.roundUp(stack, alignment);
        int target = Math.toIntExact(CallEngine.ENGINE_FRAME_BYTES + stack);
        stack += alignment >= 8 ? CType.roundUp(size, 8) : size;
        return target;
    }

    private void value(int argument, int target) {
        moves.add(new Move(Move.Kind.VALUE, argument, Long.BYTES, 0, target));
    }

    private void bytes(int argument, long size, long source, int target) {
        moves.add(new Move(Move.Kind.BYTES, argument, Math.toIntExact(size), Math.toIntExact(source), target));
    }

    private void copyAddress(int argument, long size, int target) {
        int copy = Math.toIntExact(copied);
        copied += CType.roundUp(size, 16);
        // The address first: who reads an argument of a callback finds it there.
        copies.add(new Move(Move.Kind.COPY_ADDRESS, argument, Long.BYTES, copy, target));
        copies.add(new Move(Move.Kind.BYTES, argument, Math.toIntExact(size), 0, copy));
    }
}
