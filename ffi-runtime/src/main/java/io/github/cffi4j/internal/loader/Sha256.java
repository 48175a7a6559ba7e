package io.github.cffi4j.internal.loader;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
record Sha256(String hex) {
    static final int DIGITS = 64;

    Sha256 {
        if (!isHex(hex)) {
            throw new IllegalArgumentException("no SHA-256 digest: '" + hex + "'");
        }
    }

    static boolean isHex(String text) {
        boolean digits = text.length() == DIGITS;
        for (int i = 0; digits && i < DIGITS; i++) {
            char c = text.charAt(i);
            digits = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
        }
        return digits;
    }

    static Sha256 of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new Sha256(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns true if it is the digest of these bytes. The equals of a record costs a JVM that has just started 50 ms. */
    boolean isOf(byte[] content) {
        return hex.equals(of(content).hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
