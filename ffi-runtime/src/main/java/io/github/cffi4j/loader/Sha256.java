package io.github.cffi4j.loader;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
record Sha256(String hex) {
    private static final int DIGITS = 64;

    Sha256 {
        boolean digits = hex.length() == DIGITS;
        for (int i = 0; digits && i < DIGITS; i++) {
            char c = hex.charAt(i);
            digits = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
        }
        if (!digits) {
            throw new IllegalArgumentException("no SHA-256 digest: '" + hex + "'");
        }
    }

    static Sha256 of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new Sha256(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
