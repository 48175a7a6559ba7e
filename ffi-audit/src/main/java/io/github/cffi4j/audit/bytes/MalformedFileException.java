package io.github.cffi4j.audit.bytes;

import java.util.Locale;

/** A file that is not what its first bytes promise. The message says what is wrong and at which offset. */
public final class MalformedFileException extends Exception {
    private static final long serialVersionUID = 1;

    private final long offset;

    /**
     * @param what is wrong, as a clause: {@code "the section table runs past the end"}
     * @param offset of the byte concerned, from the start of the file
     */
    public MalformedFileException(String what, long offset) {
        super(String.format(Locale.ROOT, "%s (at offset 0x%x)", what, offset));
        this.offset = offset;
    }

    /** The offset of the byte concerned, from the start of the file. */
    public long offset() {
        return offset;
    }
}
