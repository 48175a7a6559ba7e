package io.github.cffi4j.compiler.fetch;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A SHA-256, as a pin or of real content.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    /** Stands for a hash that nobody has pinned yet; no file has it. */
    public static final Sha256 UNPINNED = new Sha256("0".repeat(64));

    private static final int CHUNK = 1 << 16;

    public Sha256 {
        hex = hex.strip().toLowerCase(Locale.ROOT);
        if (!DIGITS.matcher(hex).matches()) {
            throw new IllegalArgumentException(message(hex));
        }
    }

    /**
     * Reads a hash that a user pinned.
     *
     * @throws WrongSettingException if it is not a SHA-256
     */
    public static Sha256 pinned(String text) {
        try {
            return new Sha256(text);
        } catch (IllegalArgumentException e) {
            throw new WrongSettingException(message(text), e);
        }
    }

    private static String message(String text) {
        return "'" + text.strip() + "' is not a SHA-256, which has 64 hexadecimal digits";
    }

    /** The hash of a file's content. */
    public static Sha256 of(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return of(content);
        }
    }

    /** The hash of all that is left in a stream; does not close it. */
    public static Sha256 of(InputStream content) throws IOException {
        MessageDigest digest = digest();
        byte[] chunk = new byte[CHUNK];
        for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
            digest.update(chunk, 0, read);
        }
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    /** The hash of a byte array. */
    public static Sha256 of(byte[] content) {
        return new Sha256(HexFormat.of().formatHex(digest().digest(content)));
    }

    /**
     * Checks a file that has just been received, and deletes it if it is not the one wanted.
     *
     * @param origin where it came from, for the message
     * @throws WrongHashException if its hash is another; the file is gone then
     */
    public void verify(Path file, String origin) throws IOException {
        Sha256 found = of(file);
        if (!equals(found)) {
            Files.deleteIfExists(file);
            throw new WrongHashException(origin, this, found);
        }
    }

    @Override
    public String toString() {
        return hex;
    }

    /** As a record's own would; but the first of those that a JVM makes takes it tens of milliseconds, in each build. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Sha256 sha256 && hex.equals(sha256.hex);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
