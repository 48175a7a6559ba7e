package io.github.cffi4j.cdef.model;

/**
 * Scalars of the same width on every platform.
 */
public enum ScalarKind {
    BOOL(1),
    /** Plain {@code char}: signed on some platforms and not on others, so its values are always 0 to 255. */
    CHAR(1),
    INT8(1),
    UINT8(1),
    INT16(2),
    UINT16(2),
    INT32(4),
    UINT32(4),
    INT64(8),
    UINT64(8),
    FLOAT(4),
    DOUBLE(8);

    private final int bytes;

    ScalarKind(int bytes) {
        this.bytes = bytes;
    }

    /** The size in bytes, the same on every platform. */
    public int bytes() {
        return bytes;
    }

    /** Returns true if it is an integer or a boolean. */
    public boolean integer() {
        return this != FLOAT && this != DOUBLE;
    }

    /** Returns true if the two lie in memory alike but for the sign. */
    public boolean sameWidth(ScalarKind other) {
        return this == other || number() && other.number() && bytes == other.bytes;
    }

    private boolean number() {
        return integer() && this != BOOL;
    }
}
