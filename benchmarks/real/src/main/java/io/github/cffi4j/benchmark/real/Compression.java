package io.github.cffi4j.benchmark.real;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jpountz.lz4.LZ4Factory;
import org.example.lz4.Lz4;
import org.example.zstd.Zstd;

/** zstd beside zstd-jni, LZ4 beside lz4-java: the same text in the same arrays. */
final class Compression {
    private static final int[] SIZES = {64, 1 << 10, 1 << 14, 1 << 17, 1 << 20, 1 << 23, 1 << 26};
    private static final int LEVEL = 3;

    private Compression() {}

    /** Compresses all of the data into an array that is large enough, or restores it; returns the length of the result. */
    private interface Code {
        int run(byte[] from, int length, byte[] to);
    }

    private record Compressor(Code compress, Code restore) {}

    private static final Compressor OUR_ZSTD = new Compressor(
            (from, length, to) -> (int) Zstd.ZSTD_compress(to, to.length, from, length, LEVEL),
            (from, length, to) -> (int) Zstd.ZSTD_decompress(to, to.length, from, length));
    private static final Compressor ZSTD_JNI = new Compressor(
            (from, length, to) ->
                    (int) com.github.luben.zstd.Zstd.compressByteArray(to, 0, to.length, from, 0, length, LEVEL),
            (from, length, to) ->
                    (int) com.github.luben.zstd.Zstd.decompressByteArray(to, 0, to.length, from, 0, length));
    private static final Compressor OUR_LZ4 = new Compressor(
            (from, length, to) -> Lz4.LZ4_compress_default(from, to, length, to.length),
            (from, length, to) -> Lz4.LZ4_decompress_safe(from, to, length, to.length));

    private static Compressor lz4Java() {
        LZ4Factory factory = LZ4Factory.nativeInstance();
        return new Compressor(
                (from, length, to) -> factory.fastCompressor().compress(from, 0, length, to, 0, to.length),
                (from, length, to) -> factory.safeDecompressor().decompress(from, 0, length, to, 0, to.length));
    }

    static List<Comparison> zstd() {
        return compare("zstd", OUR_ZSTD, ZSTD_JNI);
    }

    static List<Comparison> lz4() {
        return compare("LZ4", OUR_LZ4, lz4Java());
    }

    private static List<Comparison> compare(String library, Compressor ours, Compressor peer) {
        List<Comparison> comparisons = new ArrayList<>();
        for (int size : SIZES) {
            byte[] data = Texts.words(size).getBytes(StandardCharsets.US_ASCII);
            byte[] space = new byte[size + size / 100 + 1000];
            restored(library, data, ours, peer);
            byte[] compressed = space.clone();
            restored(library, data, peer, ours);
            int length = ours.compress().run(data, size, compressed);
            byte[] restored = new byte[size];
            comparisons.add(new Comparison(
                    library, "compress", size, () -> ours.compress().run(data, size, space), () -> peer.compress()
                            .run(data, size, space)));
            comparisons.add(new Comparison(
                    library,
                    "decompress",
                    size,
                    () -> ours.restore().run(compressed, length, restored),
                    () -> peer.restore().run(compressed, length, restored)));
        }
        return comparisons;
    }

    /** Fails unless the second restores what the first compressed. */
    private static void restored(String library, byte[] data, Compressor first, Compressor second) {
        byte[] compressed = new byte[data.length + data.length / 100 + 1000];
        int length = first.compress().run(data, data.length, compressed);
        byte[] restored = new byte[data.length];
        if (second.restore().run(compressed, length, restored) != data.length || !Arrays.equals(data, restored)) {
            throw new IllegalStateException(library + " of " + data.length + " bytes is not restored");
        }
    }
}
