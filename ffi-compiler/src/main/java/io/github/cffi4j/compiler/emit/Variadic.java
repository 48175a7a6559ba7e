package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.text.Text;

/**
 * The C of a variadic call: the macros of {@code ffi_glue.h} put the arguments where the platform's convention wants
 * them, which depends on how many registers the fixed parameters take.
 *
 * @param integers how many fixed parameters go into integer registers
 * @param floats how many go into floating registers
 */
record Variadic(int integers, int floats) {
    /** The macros go up to here; no convention has more registers. */
    private static final int MAX_REGISTERS = 8;

    static Variadic of(ResolvedFunction function, Crossings types) {
        int floats = (int) function.parameters().stream()
                .filter(parameter -> types.of(parameter.type()).carrier().floating())
                .count();
        int integers = function.parameters().size() - floats;
        return new Variadic(Math.min(integers, MAX_REGISTERS), Math.min(floats, MAX_REGISTERS));
    }

    /** Sorts the packed arguments. */
    String unpack(String packed) {
        return Text.format(
                "struct ffi_varargs ffi_v; ffi_unpack(&ffi_v, (const ffi_jlong *)(ffi_intptr)%s, %d, %d);",
                packed, integers, floats);
    }

    /** Returns the arguments behind the fixed ones in the call. */
    String arguments() {
        return Text.format(
                " FFI_INTEGERS_AFTER_%d(ffi_v) FFI_FLOATS_AFTER_%d(ffi_v) FFI_SLOTS(ffi_v)", integers, floats);
    }
}
