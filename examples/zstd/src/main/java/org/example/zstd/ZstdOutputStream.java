package org.example.zstd;

import static org.example.zstd.Zstandard.checked;
import static org.example.zstd.Zstd.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.Owned;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Compresses what is written, as one frame with a checksum. */
public final class ZstdOutputStream extends OutputStream {
    private static final int SIZE = 1 << 17;

    private final OutputStream target;
    private final Arena arena = Arena.openShared();
    private final Owned<ZSTD_CCtx> context = ZSTD_CCtx.owned(ZSTD_createCCtx(), Zstd::ZSTD_freeCCtx);
    private final BytePointer source = BytePointer.allocate(arena, SIZE);
    private final BytePointer made = BytePointer.allocate(arena, SIZE);
    private final ByteBuffer sourceBytes = source.asByteBuffer(SIZE);
    private final ByteBuffer madeBytes = made.asByteBuffer(SIZE);
    private final ZSTD_inBuffer in = ZSTD_inBuffer.allocate(arena).src(source);
    private final ZSTD_outBuffer out = ZSTD_outBuffer.allocate(arena).dst(made).size(SIZE);
    private final byte[] bytes = new byte[SIZE];
    private boolean closed;

    public ZstdOutputStream(OutputStream target, int level) {
        this.target = target;
        checked(ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level));
        checked(ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int piece = Math.min(length - done, SIZE);
            sourceBytes.clear().put(data, offset + done, piece);
            compress(piece, ZSTD_e_continue);
            done += piece;
        }
    }

    @Override
    public void flush() throws IOException {
        compress(0, ZSTD_e_flush);
        target.flush();
    }

    /** Ends the frame, and closes the target. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (target;
                arena;
                context) {
            compress(0, ZSTD_e_end);
        }
    }

    private void compress(int length, int end) throws IOException {
        in.size(length).pos(0);
        long left;
        do {
            out.pos(0);
            left = checked(ZSTD_compressStream2(context.get(), out, in, end));
            int n = (int) out.pos();
            madeBytes.clear().get(bytes, 0, n);
            target.write(bytes, 0, n);
        } while (end == ZSTD_e_continue ? in.pos() < length : left > 0);
    }
}
