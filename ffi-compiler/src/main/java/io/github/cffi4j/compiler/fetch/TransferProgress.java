package io.github.cffi4j.compiler.fetch;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Turns a transfer into a few lines: one at most every few seconds. For one thread. */
public final class TransferProgress implements TransferListener {
    private static final long INTERVAL_NANOS = Duration.ofSeconds(3).toNanos();

    private final String what;
    private final Progress progress;
    private final LongSupplier nanoTime;
    private long lastLine;

    public TransferProgress(String what, Progress progress) {
        this(what, progress, System::nanoTime);
    }

    TransferProgress(String what, Progress progress, LongSupplier nanoTime) {
        this.what = what;
        this.progress = progress;
        this.nanoTime = nanoTime;
        this.lastLine = nanoTime.getAsLong();
    }

    @Override
    public void transferred(long bytes, long total) {
        long now = nanoTime.getAsLong();
        if (now - lastLine < INTERVAL_NANOS) {
            return;
        }
        lastLine = now;
        progress.message(what + ": " + megabytes(bytes) + (total > 0 ? " of " + megabytes(total) : ""));
    }

    /** A size for people to read, in millions of bytes. */
    public static String megabytes(long bytes) {
        return Math.max(1, Math.round(bytes / 1e6)) + " MB";
    }
}
