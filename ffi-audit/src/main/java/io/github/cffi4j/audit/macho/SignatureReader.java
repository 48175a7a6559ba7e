package io.github.cffi4j.audit.macho;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.facts.CodeSignature;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a code signature (xnu's cs_blobs.h; big-endian always) and hashes the pages anew. Of several code directories the
 * last counts, which is the strongest as codesign writes them.
 */
final class SignatureReader {
    private static final long SUPER_BLOB = 0xfade0cc0L;
    private static final long CODE_DIRECTORY = 0xfade0c02L;
    private static final int ADHOC = 2;
    private static final int MOST_BLOBS = 32;
    private static final int LARGEST_PAGE = 24;

    private final ByteView file;
    private final long start;

    /** @param start where the signature begins: what comes before is what it signs */
    private SignatureReader(ByteView file, long start) {
        this.file = file;
        this.start = start;
    }

    static CodeSignature read(ByteView file, long start, long size) throws MalformedFileException {
        ByteView blobs = file.slice(start, size, "the code signature").in(ByteOrder.BIG_ENDIAN);
        if (blobs.u32(0) != SUPER_BLOB) {
            throw new MalformedFileException("the code signature does not begin as one", blobs.offset(0));
        }
        ByteView index = blobs.table(12, blobs.u32(8), 8, "the index of the code signature");
        if (index.length() / 8 > MOST_BLOBS) {
            throw new MalformedFileException("the code signature has too many parts", blobs.offset(8));
        }
        Optional<ByteView> directory = Optional.empty();
        for (long at = 0; at < index.length(); at += 8) {
            ByteView blob = blobs.from(index.u32(at + 4), "a part of the code signature");
            if (blob.u32(0) == CODE_DIRECTORY) {
                directory = Optional.of(blob.slice(0, blob.u32(4), "a code directory"));
            }
        }
        if (directory.isEmpty()) {
            throw new MalformedFileException("the code signature has no code directory", blobs.offset(0));
        }
        return new SignatureReader(file, start).directory(directory.get());
    }

    private CodeSignature directory(ByteView directory) throws MalformedFileException {
        long hashes = directory.u32(16);
        long pages = directory.u32(28);
        long limit = directory.u32(32);
        int hashSize = directory.u8(36);
        int pageBits = directory.u8(39);
        MessageDigest digest = digest(directory.u8(37), directory.offset(37));
        if (hashSize == 0 || hashSize > digest.getDigestLength() || pageBits > LARGEST_PAGE) {
            throw new MalformedFileException("the code directory's hashes make no sense", directory.offset(36));
        }
        ByteView table = directory.table(hashes, pages, hashSize, "the hashes of the pages");
        // Zero stands for one page of everything.
        long pageSize = pageBits == 0 ? Math.max(1, limit) : 1L << pageBits;
        long wrong = 0;
        for (long page = 0; page < pages; page++) {
            long from = page * pageSize;
            if (from >= limit) {
                throw new MalformedFileException(
                        "the signature hashes pages behind what it signs", directory.offset(28));
            }
            file.digest(digest, from, Math.min(pageSize, limit - from), "a signed page");
            byte[] computed = Arrays.copyOf(digest.digest(), hashSize);
            wrong += Arrays.equals(computed, table.copy(page * hashSize, hashSize, "a hash")) ? 0 : 1;
        }
        return new CodeSignature(
                directory.text(directory.u32(20), "the identifier of the signature"),
                (directory.u32(12) & ADHOC) != 0,
                pages,
                wrong,
                limit == start && pages * pageSize >= limit);
    }

    private static MessageDigest digest(int type, long offset) throws MalformedFileException {
        String name =
                switch (type) {
                    case 1 -> "SHA-1";
                    case 2, 3 -> "SHA-256";
                    case 4 -> "SHA-384";
                    default -> throw new MalformedFileException("the signature has hashes of type " + type, offset);
                };
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
    }
}
