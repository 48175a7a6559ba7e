package io.github.cffi4j.engine;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.CType.Scalar;
import io.github.cffi4j.engine.internal.CallEngine;
import java.util.ArrayList;
import java.util.List;

/** The moves that make up a call, as C reads them: {@code struct engine_plan}. */
final class CallPlan {
    private static final int HEADER_BYTES = 32;

    private CallPlan() {}

    /** Writes it; the memory lives as long as the segment. */
    static Segment of(Placement placement, CType result, boolean keepsErrors) {
        // No lambdas here and in the classes around: the first ones cost more than everything else before a first call.
        List<Move> moves = new ArrayList<>();
        List<Move> ofWords = new ArrayList<>();
        List<Move> ofOthers = new ArrayList<>();
        for (Move move : placement.moves()) {
            (move.ofEightBytes() ? moves : move.ofAWord() ? ofWords : ofOthers).add(move);
        }
        int eights = moves.size();
        int values = ofWords.size();
        int others = ofOthers.size();
        moves.addAll(ofWords);
        moves.addAll(ofOthers);
        moves.addAll(placement.resultMoves());
        Segment memory = Arena.automatic().allocate(HEADER_BYTES + (long) Move.BYTES_IN_C * moves.size(), Long.BYTES);
        memory.setInt(0, eights);
        memory.setInt(4, values);
        memory.setInt(8, others);
        memory.setInt(12, placement.resultMoves().size());
        memory.setInt(16, placement.words());
        memory.setInt(20, placement.bytes());
        memory.setShort(24, (short)
                ((placement.x87() ? CallEngine.ENGINE_X87 : 0) | (placement.wide() ? CallEngine.ENGINE_WIDE : 0)));
        memory.setShort(26, (short) (keepsErrors ? 1 : 0));
        memory.setInt(28, resultKind(result));
        long at = HEADER_BYTES;
        for (Move move : moves) {
            memory.setShort(at, (short) move.kind().ordinal());
            memory.setShort(at + 2, (short) move.argument());
            memory.setInt(at + 4, move.size());
            memory.setInt(at + 8, move.source());
            memory.setInt(at + 12, move.target());
            at += Move.BYTES_IN_C;
        }
        return memory;
    }

    /** Returns C's constant for the result. */
    private static int resultKind(CType result) {
        if (!(result instanceof Scalar scalar)) {
            return 10;
        }
        return switch (scalar) {
            case VOID -> 0;
            case INT8 -> 1;
            case UINT8 -> 2;
            case INT16 -> 3;
            case UINT16 -> 4;
            case INT32 -> 5;
            case UINT32 -> 6;
            case INT64, POINTER -> 7;
            case FLOAT -> 8;
            case DOUBLE -> 9;
            case LONG_DOUBLE -> 10;
        };
    }
}
