package io.github.cffi4j.internal.memory;

/** What to ask of the heap: bytes, at least 1, since no bytes have an address, too; and an alignment, a power of two. */
record BlockSize(long bytes, long alignment) {
    BlockSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("cannot allocate " + bytes + " bytes");
        }
        if (alignment < 1 || Long.bitCount(alignment) != 1) {
            throw new IllegalArgumentException("an alignment is a power of two, not " + alignment);
        }
        bytes = Math.max(1, bytes);
    }
}
