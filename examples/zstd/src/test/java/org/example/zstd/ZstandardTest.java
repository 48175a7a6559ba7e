package org.example.zstd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZstandardTest {
    private static final byte[] TEXT = "one two three ".repeat(1000).getBytes(StandardCharsets.UTF_8);

    @Test
    void itIsTheVersionOfThePom() {
        assertThat(Zstd.ZSTD_versionString().string()).isEqualTo("1.5.7");
    }

    @Test
    void whatIsCompressedComesBack() {
        byte[] frame = Zstandard.compress(TEXT, Zstandard.DEFAULT_LEVEL);

        assertThat(frame).hasSizeLessThan(TEXT.length / 100);
        assertThat(Zstandard.decompress(frame)).isEqualTo(TEXT);
    }

    @Test
    void errorsAreExceptionsInTheLibrarysWords() {
        byte[] frame = Zstandard.compress(TEXT, 19);

        assertThatThrownBy(() -> Zstandard.decompress(Arrays.copyOf(frame, frame.length - 1)))
                .isInstanceOf(ZstdException.class)
                .hasMessage("Src size is incorrect");
        assertThatThrownBy(() -> Zstandard.decompress(TEXT)).isInstanceOf(ZstdException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1 << 17, (1 << 20) + 1})
    void streamsOfAnyLengthComeBack(int length) throws IOException {
        byte[] data = new byte[length];
        new Random(1).nextBytes(data);
        Arrays.fill(data, length / 2, length, (byte) 7);

        byte[] compressed = compressed(data);

        assertThat(decompressed(compressed)).isEqualTo(data);
        assertThat(compressed.length).isLessThan(length / 2 + 1000);
    }

    @Test
    void whatWasFlushedCanBeRead() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (ZstdOutputStream stream = new ZstdOutputStream(target, 3)) {
            stream.write(TEXT);
            stream.flush();
            try (ZstdInputStream back = new ZstdInputStream(new ByteArrayInputStream(target.toByteArray()))) {
                assertThat(back.readNBytes(TEXT.length)).isEqualTo(TEXT);
                assertThatThrownBy(back::read).isInstanceOf(EOFException.class);
            }
        }
    }

    @Test
    void framesFollowEachOther() throws IOException {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.write(compressed(TEXT));
        two.write(Zstandard.compress(TEXT, 1));

        assertThat(decompressed(two.toByteArray())).hasSize(2 * TEXT.length);
    }

    private static byte[] compressed(byte[] data) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (ZstdOutputStream stream = new ZstdOutputStream(target, 3)) {
            stream.write(data);
        }
        return target.toByteArray();
    }

    private static byte[] decompressed(byte[] frames) throws IOException {
        try (ZstdInputStream stream = new ZstdInputStream(new ByteArrayInputStream(frames))) {
            return stream.readAllBytes();
        }
    }
}
