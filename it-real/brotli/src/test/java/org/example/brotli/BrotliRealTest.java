package org.example.brotli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.example.brotli.Brotli.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.Ref;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compresses and decompresses, through the cdef of brotlicffi. */
class BrotliRealTest {
    private static final int MEGABYTE = 1 << 20;
    private static final int QUALITY = 5;

    @Test
    void aMegabyteComesBackAsItWent() {
        try (Arena arena = Arena.open()) {
            byte[] text = text();
            BytePointer compressed = BytePointer.allocate(arena, MEGABYTE);
            size_t length = size(arena, MEGABYTE);

            assertThat(BrotliEncoderCompress(
                            QUALITY,
                            BROTLI_DEFAULT_WINDOW,
                            BROTLI_DEFAULT_MODE,
                            MEGABYTE,
                            BytePointer.of(arena, text),
                            length,
                            compressed))
                    .isTrue();
            assertThat(length.get()).isBetween(1000L, MEGABYTE / 2L);
            assertThat(decompressed(arena, compressed, length.get())).isEqualTo(text);
        }
    }

    @Test
    void anInputThatBreaksOffIsNotFinished() {
        try (Arena arena = Arena.open()) {
            BrotliDecoderState state = BrotliDecoderCreateInstance(null, null, null);
            size_t in = size(arena, 1);
            size_t out = size(arena, 0);
            Ref<BytePointer> next = BytePointer.ref(arena).set(BytePointer.of(arena, (byte) 0x1b));

            assertThat(BrotliDecoderDecompressStream(state, in, next, out, BytePointer.ref(arena), null))
                    .isEqualTo(BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT);
            assertThat(BrotliDecoderIsFinished(state)).isFalse();
            assertThat(BrotliDecoderIsUsed(state)).isTrue();
            BrotliDecoderDestroyInstance(state);
        }
    }

    @Test
    void garbageIsAnErrorWithAName() {
        try (Arena arena = Arena.open()) {
            BrotliDecoderState state = BrotliDecoderCreateInstance(null, null, null);
            byte[] garbage = new byte[100];
            new Random(7).nextBytes(garbage);
            garbage[0] = (byte) 0xff;
            size_t in = size(arena, garbage.length);
            size_t out = size(arena, MEGABYTE);
            Ref<BytePointer> from = BytePointer.ref(arena).set(BytePointer.of(arena, garbage));
            Ref<BytePointer> to = BytePointer.ref(arena).set(BytePointer.allocate(arena, MEGABYTE));

            assertThat(BrotliDecoderDecompressStream(state, in, from, out, to, null))
                    .isEqualTo(BROTLI_DECODER_RESULT_ERROR);
            assertThat(BrotliDecoderErrorString(BrotliDecoderGetErrorCode(state))
                            .string())
                    .isEqualTo("_ERROR_FORMAT_PADDING_2");
            BrotliDecoderDestroyInstance(state);
        }
    }

    @Test
    void integersWithAValueAreConstantsToCffi() {
        assertThat(BROTLI_DEFAULT_QUALITY).isEqualTo(11);
        assertThat(BROTLI_DEFAULT_WINDOW).isEqualTo(22);
    }

    /** In small steps, so that the out-parameters have to move on. */
    private static byte[] decompressed(Arena arena, BytePointer compressed, long length) {
        BrotliDecoderState state = BrotliDecoderCreateInstance(null, null, null);
        BytePointer target = BytePointer.allocate(arena, MEGABYTE);
        size_t in = size(arena, length);
        size_t out = size_t.allocate(arena);
        size_t total = size_t.allocate(arena);
        Ref<BytePointer> from = BytePointer.ref(arena).set(compressed);
        Ref<BytePointer> to = BytePointer.ref(arena).set(target);
        int result;
        do {
            out.set(4096);
            result = BrotliDecoderDecompressStream(state, in, from, out, to, total);
        } while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT);
        assertThat(result).isEqualTo(BROTLI_DECODER_RESULT_SUCCESS);
        assertThat(total.get()).isEqualTo(MEGABYTE);
        BrotliDecoderDestroyInstance(state);
        return target.toArray(MEGABYTE);
    }

    private static size_t size(Arena arena, long value) {
        size_t size = size_t.allocate(arena);
        size.set(value);
        return size;
    }

    private static byte[] text() {
        byte[] text = new byte[MEGABYTE];
        Random random = new Random(42);
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) ('a' + (random.nextInt(8) & random.nextInt(8)));
        }
        return text;
    }
}
