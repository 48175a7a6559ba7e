package io.github.cffi4j.build.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
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
                readTar(new XZInputStream(bytes), visitor);
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
        throw new FetchException(archive.getFileName() + " is no archive that can be unpacked: .tar.xz, .tar.gz, .tgz,"
                + " .zip and .whl can");
    }

    private static void readTar(InputStream content, ArchiveEntry.Visitor visitor) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(content, StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                visitor.visit(
                        new ArchiveEntry(
                                entry.getName(), kind(entry), executable(entry.getMode()), entry.getLinkName()),
                        tar);
            }
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
        // The central directory, unlike the stream, knows the executable bits.
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                String target = entry.isUnixSymlink() ? zip.getUnixSymlink(entry) : "";
                try (InputStream content = zip.getInputStream(entry)) {
                    visitor.visit(
                            new ArchiveEntry(entry.getName(), kind(entry), executable(entry.getUnixMode()), target),
                            content);
                }
            }
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
