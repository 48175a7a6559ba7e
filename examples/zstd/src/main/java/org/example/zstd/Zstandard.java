package org.example.zstd;

import static org.example.zstd.Zstd.*;

import java.util.Arrays;

/** Compresses byte arrays to frames of Zstandard, and back. */
public final class Zstandard {
    /** The level that the library recommends. */
    public static final int DEFAULT_LEVEL = 3;

    private Zstandard() {}

    /**
     * Compresses.
     *
     * @param level 1 to 22: the higher, the smaller and slower
     */
    public static byte[] compress(byte[] data, int level) {
        byte[] frame = new byte[Math.toIntExact(ZSTD_compressBound(data.length))];
        long length = checked(ZSTD_compress(frame, frame.length, data, data.length, level));
        return Arrays.copyOf(frame, (int) length);
    }

    /**
     * Restores what was compressed.
     *
     * @throws ZstdException if this is no frame, a damaged one, or one that does not say its size
     */
    public static byte[] decompress(byte[] frame) {
        long length = ZSTD_getFrameContentSize(frame, frame.length);
        if (length == ZSTD_CONTENTSIZE_UNKNOWN || length == ZSTD_CONTENTSIZE_ERROR) {
            throw new ZstdException("these bytes do not begin as a frame of Zstandard that says its size");
        }
        byte[] data = new byte[Math.toIntExact(length)];
        checked(ZSTD_decompress(data, data.length, frame, frame.length));
        return data;
    }

    /** Returns what a function returned, unless that is an error. */
    static long checked(long code) {
        if (ZSTD_isError(code) != 0) {
            throw new ZstdException(ZSTD_getErrorName(code).string());
        }
        return code;
    }
}
