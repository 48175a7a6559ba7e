package io.github.cffi4j.compiler.fetch;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A change to the sources of an archive, as a unified diff. Immutable.
 *
 * @param file where it is, for messages
 * @param sha256 the hash of the file
 * @param bytes the content of the file
 */
public record SourcePatch(Path file, Sha256 sha256, byte[] bytes) {
    public SourcePatch {
        bytes = bytes.clone();
    }

    /**
     * Reads a patch.
     *
     * @throws WrongSettingException if there is no such file
     */
    public static SourcePatch read(Path file) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new SourcePatch(file, Sha256.of(bytes), bytes);
        } catch (NoSuchFileException e) {
            throw new WrongSettingException("<patches>: there is no file " + file + "\n  fix: correct the <patch>", e);
        }
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns the name of the file, without folders. */
    public String name() {
        return file.getFileName().toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourcePatch patch && file.equals(patch.file) && sha256.equals(patch.sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return file + " " + sha256.hex();
    }
}
