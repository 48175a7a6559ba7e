package org.example.zstd;

import static org.example.zstd.Zstandard.checked;
import static org.example.zstd.Zstd.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.Owned;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Restores what was compressed: one frame, or several in a row. */
public final class ZstdInputStream extends InputStream {
    private static final int SIZE = 1 << 17;

    private final InputStream origin;
    private final Arena arena = Arena.openShared();
    private final Owned<ZSTD_DCtx> context = ZSTD_DCtx.owned(ZSTD_createDCtx(), Zstd::ZSTD_freeDCtx);
    private final BytePointer source = BytePointer.allocate(arena, SIZE);
    private final BytePointer made = BytePointer.allocate(arena, SIZE);
    private final ByteBuffer sourceBytes = source.asByteBuffer(SIZE);
    private final ByteBuffer madeBytes = made.asByteBuffer(SIZE).limit(0);
    private final ZSTD_inBuffer in = ZSTD_inBuffer.allocate(arena).src(source);
    private final ZSTD_outBuffer out = ZSTD_outBuffer.allocate(arena).dst(made).size(SIZE);
    private final byte[] bytes = new byte[SIZE];
    private boolean inFrame;
    private boolean closed;

    public ZstdInputStream(InputStream origin) {
        this.origin = origin;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] data, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!madeBytes.hasRemaining()) {
            if (!decompress()) {
                return -1;
            }
        }
        int n = Math.min(length, madeBytes.remaining());
        madeBytes.get(data, offset, n);
        return n;
    }

    /** Returns false at the end. */
    private boolean decompress() throws IOException {
        // What the library still has comes before more input.
        boolean full = inFrame && out.pos() == SIZE;
        if (in.pos() == in.size() && !full) {
            int n = origin.read(bytes);
            if (n < 0) {
                if (inFrame) {
                    throw new EOFException("the frame is not complete");
                }
                return false;
            }
            sourceBytes.clear().put(bytes, 0, n);
            in.size(n).pos(0);
        }
        out.pos(0);
        inFrame = checked(ZSTD_decompressStream(context.get(), out, in)) != 0;
        madeBytes.position(0).limit((int) out.pos());
        return true;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            arena.close();
            context.close();
            origin.close();
        }
    }
}
