package org.example.libsodium;

import static org.example.libsodium.Sodium.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import java.nio.charset.StandardCharsets;

/** Hashes passwords with Argon2, so that guessing them is expensive. */
public final class Passwords {
    static {
        Library.initialize();
    }

    private Passwords() {}

    /** Returns text to store; it has its own salt. */
    public static String hash(String password) {
        try (Arena arena = Arena.open()) {
            BytePointer hash = BytePointer.allocate(arena, crypto_pwhash_STRBYTES);
            int failed = crypto_pwhash_str(
                    hash,
                    password,
                    length(password),
                    crypto_pwhash_OPSLIMIT_INTERACTIVE,
                    crypto_pwhash_MEMLIMIT_INTERACTIVE);
            if (failed != 0) {
                throw new IllegalStateException("there is not enough memory for Argon2");
            }
            return hash.string();
        }
    }

    public static boolean verify(String hash, String password) {
        return crypto_pwhash_str_verify(hash, password, length(password)) == 0;
    }

    private static int length(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length;
    }
}
