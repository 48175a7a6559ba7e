package io.github.cffi4j.compiler.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Small archives, good ones and hostile ones; the same bytes each time. */
public final class TestArchives {
    private TestArchives() {}

    /** One entry of any kind; the content of a link is its target. */
    public record Entry(String name, byte tarType, int mode, byte[] content) {
        public static Entry file(String name, String content) {
            return new Entry(name, TarConstants.LF_NORMAL, 0644, content.getBytes(StandardCharsets.UTF_8));
        }

        public static Entry program(String name, String content) {
            return new Entry(name, TarConstants.LF_NORMAL, 0755, content.getBytes(StandardCharsets.UTF_8));
        }

        static Entry file(String name, byte[] content) {
            return new Entry(name, TarConstants.LF_NORMAL, 0644, content);
        }

        static Entry directory(String name) {
            return new Entry(name, TarConstants.LF_DIR, 0755, new byte[0]);
        }

        static Entry link(String name, String target) {
            return new Entry(name, TarConstants.LF_SYMLINK, 0777, target.getBytes(StandardCharsets.UTF_8));
        }

        static Entry hardLink(String name, String target) {
            return new Entry(name, TarConstants.LF_LINK, 0644, target.getBytes(StandardCharsets.UTF_8));
        }

        static Entry pipe(String name) {
            return new Entry(name, TarConstants.LF_FIFO, 0644, new byte[0]);
        }
    }

    public static byte[] tarGz(Entry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tar(new GZIPOutputStream(bytes), entries);
        return bytes.toByteArray();
    }

    public static byte[] tarXz(Entry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tar(new XZOutputStream(bytes, new LZMA2Options(1)), entries);
        return bytes.toByteArray();
    }

    public static byte[] zip(Entry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (Entry entry : entries) {
                ZipArchiveEntry header = new ZipArchiveEntry(entry.name());
                boolean link = entry.tarType() == TarConstants.LF_SYMLINK;
                header.setUnixMode((link ? 0120000 : 0100000) | entry.mode());
                header.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putArchiveEntry(header);
                zip.write(entry.content());
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The header of a tar entry called {@code x}, whatever comes behind it. */
    public static byte[] tarHeader(char type, long size) {
        TarArchiveEntry entry = new TarArchiveEntry("x", (byte) type, true);
        entry.setSize(size);
        byte[] header = new byte[512];
        entry.writeEntryHeader(header);
        return header;
    }

    /** Commons Compress shortens a name by one character at a time, which takes 18 seconds for 80,000 of them. */
    private static String shortened(TarArchiveOutputStream tar, String name) throws IOException {
        if (name.length() < TarConstants.NAMELEN) {
            return name;
        }
        byte[] whole = (name + "\0").getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry before = new TarArchiveEntry(TarConstants.GNU_LONGLINK, TarConstants.LF_GNUTYPE_LONGNAME);
        before.setModTime(0);
        before.setSize(whole.length);
        tar.putArchiveEntry(before);
        tar.write(whole);
        tar.closeArchiveEntry();
        return name.substring(0, TarConstants.NAMELEN - 1);
    }

    private static void tar(OutputStream compressed, Entry... entries) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(compressed)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (Entry entry : entries) {
                // The other constructors clean the name; a hostile archive does not.
                TarArchiveEntry header = new TarArchiveEntry(shortened(tar, entry.name()), entry.tarType(), true);
                header.setMode(entry.mode());
                header.setModTime(0);
                boolean file = entry.tarType() == TarConstants.LF_NORMAL;
                if (file) {
                    header.setSize(entry.content().length);
                } else {
                    header.setLinkName(new String(entry.content(), StandardCharsets.UTF_8));
                }
                tar.putArchiveEntry(header);
                if (file) {
                    tar.write(entry.content());
                }
                tar.closeArchiveEntry();
            }
        }
    }
}
