package org.example.lz4;

import static org.example.lz4.Lz4.*;

import java.util.Arrays;

/** Compresses byte arrays to blocks of LZ4, and back. */
public final class Lz4Block {

    private Lz4Block() {}

    /** Compresses quickly. */
    public static byte[] compress(byte[] data) {
        byte[] block = new byte[bound(data)];
        return shortened(block, LZ4_compress_default(data, block, data.length, block.length));
    }

    /**
     * Compresses well.
     *
     * @param level 1 to 12: the higher, the smaller and slower
     */
    public static byte[] compress(byte[] data, int level) {
        byte[] block = new byte[bound(data)];
        return shortened(block, LZ4_compress_HC(data, block, data.length, block.length, level));
    }

    /**
     * Restores what was compressed.
     *
     * @param length of the data; a block does not say it
     * @throws IllegalArgumentException if the block is damaged, or has more data than that
     */
    public static byte[] decompress(byte[] block, int length) {
        byte[] data = new byte[length];
        int found = LZ4_decompress_safe(block, data, block.length, length);
        if (found < 0) {
            throw new IllegalArgumentException("this is no block of LZ4 with " + length + " bytes of data");
        }
        return shortened(data, found);
    }

    private static int bound(byte[] data) {
        if (data.length > LZ4_MAX_INPUT_SIZE) {
            throw new IllegalArgumentException("a block has at most " + LZ4_MAX_INPUT_SIZE + " bytes of data");
        }
        return LZ4_compressBound(data.length);
    }

    private static byte[] shortened(byte[] bytes, int length) {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
