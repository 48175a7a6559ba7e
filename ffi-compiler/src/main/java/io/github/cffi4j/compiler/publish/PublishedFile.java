package io.github.cffi4j.compiler.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file as it stands in a repository.
 *
 * @param name its name there, in the folder of the module's version
 * @param size in bytes
 * @param hashes in hexadecimal digits, by the names Gradle has for them
 */
public record PublishedFile(String name, long size, Map<String, String> hashes) {
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha512", "SHA-512", "sha256", "SHA-256", "sha1", "SHA-1", "md5", "MD5");

    /** Reads a file that is going to be published under a name. */
    public static PublishedFile of(String name, Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Map<String, String> hashes = new LinkedHashMap<>();
        ALGORITHMS.keySet().stream().sorted().forEach(key -> hashes.put(key, hash(ALGORITHMS.get(key), content)));
        return new PublishedFile(name, content.length, hashes);
    }

    private static String hash(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
