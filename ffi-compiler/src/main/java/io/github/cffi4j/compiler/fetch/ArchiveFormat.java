package io.github.cffi4j.compiler.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/** The archive formats that are understood, told apart by their first bytes. */
enum ArchiveFormat {
    TAR_XZ("fd377a585a00") {
        @Override
        void read(Path archive, ArchiveEntry.Visitor visitor) throws IOException {
            try (InputStream bytes = new BufferedInputStream(Files.newInputStream(archive))) {
                readTar(new XZInputStream(bytes, XZ_MEMORY_KIB), visitor);
            }
        }
    },
    TAR_GZ("1f8b") {
        @Override
        void read(Path archive, ArchiveEntry.Visitor visitor) throws IOException {
            try (InputStream bytes = new BufferedInputStream(Files.newInputStream(archive))) {
                readTar(new GZIPInputStream(bytes), visitor);
            }
        }
    },
    /** Zip, and so Python's wheels. */
    ZIP("504b0304") {
        @Override
        void read(Path archive, ArchiveEntry.Visitor visitor) throws IOException {
            readZip(archive, visitor);
        }
    };

    /** For dictionaries of 128 MB, twice that of {@code xz -9}. */
    private static final int XZ_MEMORY_KIB = 129 << 10;

    /** No tree of sources known has half as many. */
    private static final int MOST_ENTRIES = 1 << 19;

    /** Far more than the longest path of any system; {@code TarArchiveInputStream} would take what comes. */
    private static final long MOST_HEADER_BYTES = 1 << 20;

    /** PATH_MAX of Linux; a link's target in a zip is content. */
    private static final int LONGEST_TARGET = 4096;

    private final String magic;

    ArchiveFormat(String magic) {
        this.magic = magic;
    }

    /** Shows every entry to the visitor, in the order of the archive. */
    abstract void read(Path archive, ArchiveEntry.Visitor visitor) throws IOException;

    static ArchiveFormat of(Path archive) throws IOException {
        String start;
        try (InputStream bytes = Files.newInputStream(archive)) {
            start = HexFormat.of().formatHex(bytes.readNBytes(8));
        }
        for (ArchiveFormat format : values()) {
            if (start.startsWith(format.magic)) {
                return format;
            }
        }
        throw new FetchException(archive.getFileName()
                + " is not an archive that can be unpacked: .tar.xz, .tar.gz, .tgz," + " .zip and .whl can");
    }

    private static void readTar(InputStream content, ArchiveEntry.Visitor visitor) throws IOException {
        BoundedInput bounded = new BoundedInput(content);
        int entries = 0;
        try (TarArchiveInputStream tar = new TarArchiveInputStream(bounded, StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = next(tar, bounded); entry != null; entry = next(tar, bounded)) {
                requireFewEntries(++entries);
                visitor.visit(
                        new ArchiveEntry(
                                entry.getName(), kind(entry), executable(entry.getMode()), entry.getLinkName()),
                        tar);
                // Bytes that the visitor did not read are not part of the next header.
                tar.skip(Long.MAX_VALUE);
            }
        }
    }

    private static TarArchiveEntry next(TarArchiveInputStream tar, BoundedInput bounded) throws IOException {
        bounded.allow(MOST_HEADER_BYTES, "an entry has more than a megabyte of names and attributes");
        TarArchiveEntry entry = tar.getNextEntry();
        bounded.allowAll();
        return entry;
    }

    private static void requireFewEntries(int entries) throws FetchException {
        if (entries > MOST_ENTRIES) {
            throw new FetchException("it has more than " + MOST_ENTRIES + " entries; the archive is not used");
        }
    }

    private static ArchiveEntry.Kind kind(TarArchiveEntry entry) {
        if (entry.isDirectory()) {
            return ArchiveEntry.Kind.DIRECTORY;
        } else if (entry.isSymbolicLink()) {
            return ArchiveEntry.Kind.SYMBOLIC_LINK;
        } else if (entry.isLink()) {
            return ArchiveEntry.Kind.HARD_LINK;
        }
        boolean special = entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice();
        return special ? ArchiveEntry.Kind.OTHER : ArchiveEntry.Kind.FILE;
    }

    private static void readZip(Path archive, ArchiveEntry.Visitor visitor) throws IOException {
        // Java's own keeps no object for each entry.
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(archive.toFile())) {
            requireFewEntries(zip.size());
        }
        // The central directory, unlike the stream, knows the executable bits.
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                requireDeflated(entry);
                String target = entry.isUnixSymlink() ? target(zip, entry) : "";
                try (InputStream content = zip.getInputStream(entry)) {
                    visitor.visit(
                            new ArchiveEntry(entry.getName(), kind(entry), executable(entry.getUnixMode()), target),
                            content);
                }
            }
        }
    }

    /** The other methods are rare, and need dictionaries of any size. */
    private static void requireDeflated(ZipArchiveEntry entry) throws FetchException {
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw new FetchException("entry that is compressed by method " + entry.getMethod() + ": '" + entry.getName()
                    + "'; deflate is understood");
        }
    }

    private static String target(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            return new String(content.readNBytes(LONGEST_TARGET), StandardCharsets.UTF_8);
        }
    }

    private static ArchiveEntry.Kind kind(ZipArchiveEntry entry) {
        if (entry.isDirectory()) {
            return ArchiveEntry.Kind.DIRECTORY;
        }
        return entry.isUnixSymlink() ? ArchiveEntry.Kind.SYMBOLIC_LINK : ArchiveEntry.Kind.FILE;
    }

    private static boolean executable(int mode) {
        return (mode & 0100) != 0;
    }
}
