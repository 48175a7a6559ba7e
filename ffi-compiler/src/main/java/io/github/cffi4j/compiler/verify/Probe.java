package io.github.cffi4j.compiler.verify;

import java.util.List;

/**
 * A C file that makes claims and carries values.
 *
 * @param text the C text
 * @param claims the claims; the compiler knows the n-th as line n of {@link #FILE}, counted from 1
 * @param constants the constants whose values it carries, in this order
 * @param widths the claims about bitfields' widths that its object file answers, in this order
 */
record Probe(String text, List<Claim> claims, List<String> constants, List<Claim> widths) {

    /** The file name the compiler is given for the claims. */
    static final String FILE = "ffi-claims";

    /** Marks the values inside an object file: 16 bytes nobody else writes. */
    static final long[] MARKER = {0x6a34696666632d31L, 0x9d5e11f00dcafe27L};

    /** Begins what tells a bitfield's width: this, and so many numbers in all. */
    static final long WIDTH_MARKER = 0x6a3f77b21ce08d59L;

    static final int WIDTH_HEAD = 5;
}
