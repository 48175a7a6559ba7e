package io.github.cffi4j.compiler.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.read.JarReader;
import io.github.cffi4j.audit.read.LibraryReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files made to take hours or all memory. The time limit tells hanging from working. */
@DisplayName("hostile libraries are read in linear time and bounded memory (fault 33)")
class HostileFilesTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    @DisplayName("a Mach-O file that has itself hashed by each of its load commands")
    void manySignatures() {
        assertRefused(signed(40_000, 1, 0));
    }

    @Test
    @DisplayName("a Mach-O file with a hash for each two bytes")
    void tinyPages() {
        assertRefused(signed(1, 1 << 20, 1));
    }

    @Test
    @DisplayName("a DLL whose import tables are all the same one")
    void oneImportTableForAll() {
        int libraries = 20_000;
        int imports = 20_000;
        int content = 0x400;
        int thunks = libraries * 20 + 20;
        int name = thunks + imports * 8 + 8;
        ByteBuffer dll = ByteBuffer.allocate(content + name + 16).order(ByteOrder.LITTLE_ENDIAN);
        dll.putShort(0, (short) 0x5a4d).putInt(0x3c, 0x40).putInt(0x40, 0x4550);
        dll.putShort(0x44, (short) 0x8664).putShort(0x46, (short) 1).putShort(0x54, (short) 240);
        dll.putShort(0x56, (short) 0x2022);
        int optional = 0x58;
        dll.putShort(optional, (short) 0x20b).putInt(optional + 108, 16).putInt(optional + 120, 0x1000);
        int section = optional + 240;
        dll.putInt(section + 12, 0x1000).putInt(section + 16, name + 16).putInt(section + 20, content);
        for (int i = 0; i < libraries; i++) {
            int entry = content + i * 20;
            dll.putInt(entry, 0x1000 + thunks).putInt(entry + 12, 0x1000 + name + 2);
        }
        for (int i = 0; i < imports; i++) {
            dll.putLong(content + thunks + i * 8, 0x1000 + name);
        }
        dll.put(content + name + 2, (byte) 'a');

        assertRefused(dll.array());
    }

    @Test
    @DisplayName("a jar of a megabyte that holds a gigabyte")
    void jarThatGrows() throws IOException {
        Path jar = folder.resolve("bomb.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("libbomb.so"));
            zip.write("\177ELF\2\1\1\0".getBytes(StandardCharsets.ISO_8859_1));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                zip.write(zeros);
            }
        }

        assertThatThrownBy(() -> JarReader.read(jar))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("which is more than such a jar can honestly hold");
    }

    private static void assertRefused(byte[] file) {
        Assertions.assertTimeoutPreemptively(LIMIT, () -> assertThatThrownBy(() -> LibraryReader.read(file))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("over and over"));
    }

    /** A dylib with as many load commands, each of them for the same signature, of hashes of one byte. */
    private static byte[] signed(int commands, int pages, int pageBits) {
        int size = 16 * commands;
        int start = Math.max(32 + size, pages << pageBits);
        int directory = 52 + pages;
        ByteBuffer signature = ByteBuffer.allocate(20 + directory)
                .putInt(0xfade0cc0)
                .putInt(0)
                .putInt(1)
                .putInt(0)
                .putInt(20);
        signature.putInt(20, 0xfade0c02).putInt(24, directory);
        signature.putInt(20 + 16, 52).putInt(20 + 20, 48).putInt(20 + 28, pages).putInt(20 + 32, start);
        signature.put(20 + 36, (byte) 1).put(20 + 37, (byte) 2).put(20 + 39, (byte) pageBits);
        ByteBuffer file = ByteBuffer.allocate(start + signature.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : new int[] {0xfeedfacf, 0x0100000c, 0, 6, commands, size, 0, 0}) {
            file.putInt(word);
        }
        for (int i = 0; i < commands; i++) {
            file.putInt(0x1d).putInt(16).putInt(start).putInt(signature.capacity());
        }
        file.put(start, signature.array());
        return file.array();
    }
}
