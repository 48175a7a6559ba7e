package io.github.cffi4j.memory;

/** What was asked of the heap: bytes, at least 1, and an alignment, a power of two. */
record BlockSize(long bytes, long alignment) {
    BlockSize {
        if (bytes < 1) {
            throw new IllegalArgumentException("cannot allocate " + bytes + " bytes");
        }
        if (alignment < 1 || Long.bitCount(alignment) != 1) {
            throw new IllegalArgumentException("an alignment is a power of two, not " + alignment);
        }
    }
}
