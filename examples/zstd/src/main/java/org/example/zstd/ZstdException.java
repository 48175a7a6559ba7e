package org.example.zstd;

/** An error of the library, in its words. */
public final class ZstdException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ZstdException(String message) {
        super(message);
    }
}
