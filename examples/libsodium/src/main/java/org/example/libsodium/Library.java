package org.example.libsodium;

/** libsodium wants one call before any other. */
final class Library {
    private Library() {}

    static {
        if (Sodium.sodium_init() < 0) {
            throw new IllegalStateException("libsodium cannot be used on this machine");
        }
    }

    static void initialize() {}
}
