package org.example.lz4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Lz4BlockTest {
    private static final byte[] TEXT = "one two three ".repeat(1000).getBytes(StandardCharsets.UTF_8);

    @Test
    void itIsTheVersionOfThePom() {
        assertThat(Lz4.LZ4_versionString().string()).isEqualTo("1.10.0");
    }

    @Test
    void whatIsCompressedComesBack() {
        byte[] block = Lz4Block.compress(TEXT);

        assertThat(block).hasSizeLessThan(TEXT.length / 50);
        assertThat(Lz4Block.decompress(block, TEXT.length)).isEqualTo(TEXT);
    }

    @Test
    void aHigherLevelCompressesBetter() {
        byte[] numbers = new byte[100_000];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (byte) (i * i / 1000 + i % 7);
        }
        byte[] block = Lz4Block.compress(numbers, Lz4.LZ4HC_CLEVEL_MAX);

        assertThat(block).hasSizeLessThan(Lz4Block.compress(numbers).length);
        assertThat(Lz4Block.decompress(block, numbers.length)).isEqualTo(numbers);
    }

    @Test
    void nothingIsSomething() {
        assertThat(Lz4Block.decompress(Lz4Block.compress(new byte[0]), 10)).isEmpty();
    }

    @Test
    void aDamagedBlockIsRefused() {
        byte[] block = Lz4Block.compress(TEXT);
        block[block.length / 2] ^= 0x55;

        assertThatThrownBy(() -> Lz4Block.decompress(block, TEXT.length / 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no block of LZ4");
    }
}
