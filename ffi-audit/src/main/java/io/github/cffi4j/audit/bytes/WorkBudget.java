package io.github.cffi4j.audit.bytes;

/**
 * How much may be made of one file in all, in bytes: names read, bytes hashed, entries searched. Tables may point at the same
 * bytes again and again, and a small file could so take hours, or grow into gigabytes of names; an honest one has each name
 * about once, and is hashed once.
 */
final class WorkBudget {
    private static final long LEAST = 1 << 20;
    private static final int TIMES_THE_FILE = 4;

    private long left;

    WorkBudget(long fileLength) {
        this.left = LEAST + TIMES_THE_FILE * fileLength;
    }

    void spend(long bytes, long offset) throws MalformedFileException {
        left -= bytes;
        if (left < 0) {
            throw new MalformedFileException("its tables name the same bytes over and over", offset);
        }
    }
}
