package io.github.cffi4j.engine;

import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.CType.Scalar;
import io.github.cffi4j.engine.internal.CallEngine;

/** The arguments of a call from C, and the result that C gets. Valid until the callback returns; not for other threads. */
public final class Arguments {
    /** No segment: the JIT removes those only that are made where they are used. */
    private final long address;

    private final Signature signature;
    private final int[] registers;

    Arguments(long frame, Signature signature) {
        this.address = frame;
        this.signature = signature;
        this.registers = signature.registers();
    }

    private Segment frame() {
        return Segment.ofAddress(address);
    }

    /** Returns an argument of 8 bits. */
    public byte getByte(int index) {
        return Segment.ofAddress(address(index)).getByte(0);
    }

    /** Returns an argument of 16 bits. */
    public short getShort(int index) {
        return Segment.ofAddress(address(index)).getShort(0);
    }

    /** Returns an argument of 32 bits. */
    public int getInt(int index) {
        return Segment.ofAddress(address(index)).getInt(0);
    }

    /** Returns an argument of 64 bits, or an address. */
    public long getLong(int index) {
        return Segment.ofAddress(address(index)).getLong(0);
    }

    /** Returns a {@code float}. */
    public float getFloat(int index) {
        return Segment.ofAddress(address(index)).getFloat(0);
    }

    /** Returns a {@code double}. */
    public double getDouble(int index) {
        return Segment.ofAddress(address(index)).getDouble(0);
    }

    /** Returns where the bytes of an argument are, also those of a struct. */
    public long address(int index) {
        int register = registers[index];
        return register >= 0 ? address + register : elsewhere(signature.location(index));
    }

    /**
     * Returns an address of the frame, or of the caller's stack, which is at the frame's end in a plan, and elsewhere here.
     *
     * @param location by {@link Signature#location}
     */
    private long elsewhere(Location location) {
        Segment frame = frame();
        Move[] parts = location.parts();
        if (location.spare() < 0) {
            long at = place(parts[0].target());
            return parts[0].kind() == Move.Kind.COPY_ADDRESS
                    ? Segment.ofAddress(at).getLong(0)
                    : at;
        }
        long gathered = CallEngine.ENGINE_SPARE + location.spare();
        for (Move part : parts) {
            Segment from = Segment.ofAddress(place(part.target()));
            for (int i = 0; i < part.size(); i++) {
                frame.setByte(gathered + part.source() + i, from.getByte(i));
            }
        }
        return address + gathered;
    }

    private long place(int target) {
        return target < CallEngine.ENGINE_FRAME_BYTES
                ? address + target
                : frame().getLong(CallEngine.ENGINE_STACK) + target - CallEngine.ENGINE_FRAME_BYTES;
    }

    /** Gives C an integer, with its sign or zeros above it, or an address. */
    public void result(long value) {
        frame().setLong(CallEngine.ENGINE_RESULT_GPR, value);
    }

    /** Gives C a {@code double}. */
    public void result(double value) {
        frame().setDouble(CallEngine.ENGINE_RESULT_VEC, value);
    }

    /** Gives C a {@code float}. */
    public void result(float value) {
        frame().setFloat(CallEngine.ENGINE_RESULT_VEC, value);
    }

    /**
     * Gives C a struct, a union or a {@code long double}.
     *
     * @param bytes the address of its bytes, which are copied
     */
    public void resultAt(long bytes) {
        Segment frame = frame();
        Segment from = Segment.ofAddress(bytes);
        Placement placement = signature.placement();
        if (placement.resultByAddress()) {
            long target = frame.getLong(placement.moves().get(0).target());
            Segment.ofAddress(target).copyFrom(from, signature.result().size());
            // x86-64 returns the address as well; elsewhere nobody looks at it.
            result(target);
            return;
        }
        for (Move part : placement.resultMoves()) {
            for (int i = 0; i < part.size(); i++) {
                frame.setByte((long) part.source() + i, from.getByte((long) part.target() + i));
            }
        }
        if (placement.x87()) {
            frame.setLong(CallEngine.ENGINE_FLAGS, CallEngine.ENGINE_X87);
        }
    }

    /** Gives C a result of the signature's type: bits as {@link Signature} has arguments. */
    public void resultBits(long bits) {
        CType type = signature.result();
        if (!(type instanceof Scalar scalar) || scalar == Scalar.LONG_DOUBLE) {
            resultAt(bits);
        } else if (scalar.floating()) {
            frame().setLong(CallEngine.ENGINE_RESULT_VEC, bits);
        } else {
            result(bits);
        }
    }
}
