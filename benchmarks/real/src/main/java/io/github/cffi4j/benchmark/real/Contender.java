package io.github.cffi4j.benchmark.real;

/** A compressor of byte arrays. The arrays are large enough for any result. */
interface Contender {
    /** Compresses all of the data, and returns the length of the result. */
    int compress(byte[] data, byte[] compressed);

    /** Restores the data from the first bytes of an array. */
    int decompress(byte[] compressed, int length, byte[] data);

    int bound(int length);
}
