package io.github.cffi4j.compiler.fetch;

/** Hears how far a transfer is. Called about once a second. */
@FunctionalInterface
public interface TransferListener {

    /**
     * @param bytes received so far
     * @param total to be received, or a negative number if the server does not say
     */
    void transferred(long bytes, long total);

    /** Hears nothing. */
    static TransferListener none() {
        return (bytes, total) -> {};
    }
}
