package org.example.zlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.example.zlib.Zlib.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** zlib nearly whole; Java's own zlib says what is right. */
class ZlibRealTest {
    private static final int SIZE = 100_000;

    @TempDir
    Path folder;

    @Test
    void compressAndUncompress() {
        try (Arena arena = Arena.open()) {
            byte[] data = data();
            long bound = compressBound(SIZE);
            BytePointer compressed = BytePointer.allocate(arena, bound);
            c_ulong length = c_ulong.allocate(arena);
            length.set(bound);
            assertThat(compress2(compressed, length, BytePointer.of(arena, data), SIZE, Z_BEST_COMPRESSION))
                    .isEqualTo(Z_OK);

            BytePointer back = BytePointer.allocate(arena, SIZE);
            c_ulong backLength = c_ulong.allocate(arena);
            backLength.set(SIZE);
            assertThat(uncompress(back, backLength, compressed, length.get())).isEqualTo(Z_OK);
            assertThat(back.toArray(SIZE)).isEqualTo(data);
            backLength.set(10);
            assertThat(uncompress(back, backLength, compressed, length.get())).isEqualTo(Z_BUF_ERROR);
        }
    }

    /** The init functions are macros that pass the size of the struct on; 31 asks for a gzip header. */
    @Test
    void aStreamThatJavaReads() throws Exception {
        try (Arena arena = Arena.open()) {
            byte[] data = data();
            z_stream stream = z_stream.allocate(arena);
            assertThat(deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY))
                    .isEqualTo(Z_OK);
            BytePointer out = BytePointer.allocate(arena, SIZE);
            stream.next_in(BytePointer.of(arena, data))
                    .avail_in(SIZE)
                    .next_out(out)
                    .avail_out(SIZE);
            assertThat(deflate(stream, Z_FINISH)).isEqualTo(Z_STREAM_END);
            int length = (int) stream.total_out();
            assertThat(deflateEnd(stream)).isEqualTo(Z_OK);

            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(out.toArray(length)))) {
                assertThat(in.readAllBytes()).isEqualTo(data);
            }
            stream = z_stream.allocate(arena);
            assertThat(inflateInit2(stream, 15)).isEqualTo(Z_OK);
            stream.next_in(out)
                    .avail_in(length)
                    .next_out(BytePointer.allocate(arena, SIZE))
                    .avail_out(SIZE);
            assertThat(inflate(stream, Z_NO_FLUSH)).isEqualTo(Z_DATA_ERROR);
            assertThat(stream.msg().string()).isEqualTo("incorrect header check");
            inflateEnd(stream);
        }
    }

    @Test
    void checksums() {
        try (Arena arena = Arena.open()) {
            byte[] data = data();
            CRC32 expected = new CRC32();
            expected.update(data);
            assertThat(crc32(0, BytePointer.of(arena, data), SIZE)).isEqualTo(expected.getValue());
            assertThat(crc32_combine(crc32(0, arena.string("ab"), 2), crc32(0, arena.string("c"), 1), 1))
                    .isEqualTo(crc32(0, arena.string("abc"), 3));
            assertThat(adler32(1, arena.string("Wikipedia"), 9)).isEqualTo(0x11E60398L);
            assertThat(get_crc_table().get(1)).isEqualTo(0x77073096L);
        }
    }

    @Test
    void filesAndVariadicCalls() throws Exception {
        Path file = folder.resolve("text.gz");
        gzFile out = gzopen(file.toString(), "wb");
        assertThat(gzprintf(out, "%s %d %.2f\n", "pi", 3, 3.14159)).isEqualTo(10);
        assertThat(gzclose(out)).isEqualTo(Z_OK);

        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("pi 3 3.14\n");
        }
        gzFile in = gzopen(file.toString(), "rb");
        assertThat(gzgetc(in)).isEqualTo('p');
        assertThat(gzseek(in, 5, 0)).isEqualTo(5);
        assertThat(gzgetc(in)).isEqualTo('3');
        gzclose(in);
    }

    @Test
    void versions() {
        assertThat(zlibVersion().string()).isEqualTo(ZLIB_VERSION.string()).isEqualTo("1.3.1");
        assertThat(zError(Z_MEM_ERROR).string()).isEqualTo("insufficient memory");
        assertThat(zlibCompileFlags() & 0xff).isEqualTo(0xa9);
    }

    private static byte[] data() {
        byte[] data = new byte[SIZE];
        Random random = new Random(1);
        for (int i = 0; i < SIZE / 2; i++) {
            data[i] = (byte) random.nextInt(16);
        }
        return data;
    }
}
