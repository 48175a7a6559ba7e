package io.github.cffi4j.compiler.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that gives no more than it is allowed to, to a reader that would keep all of it in memory. */
final class BoundedInput extends FilterInputStream {
    private long left = Long.MAX_VALUE;
    private String tooMuch = "";

    BoundedInput(InputStream content) {
        super(content);
    }

    /**
     * Bounds what comes from here on.
     *
     * @param tooMuch the reason to give if more is asked for
     */
    void allow(long bytes, String tooMuch) {
        this.left = bytes;
        this.tooMuch = tooMuch;
    }

    void allowAll() {
        left = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        took(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        took(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        took(skipped);
        return skipped;
    }

    private void took(long bytes) throws FetchException {
        if (left != Long.MAX_VALUE) {
            left -= bytes;
            if (left < 0) {
                throw new FetchException(tooMuch + "; the archive is not used");
            }
        }
    }
}
