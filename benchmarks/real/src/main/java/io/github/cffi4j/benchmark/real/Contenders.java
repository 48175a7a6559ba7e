package io.github.cffi4j.benchmark.real;

import java.util.Arrays;
import java.util.Map;
import net.jpountz.lz4.LZ4Factory;
import org.example.lz4.Lz4;
import org.example.zstd.Zstd;

/** The libraries, each as an example of cffi4j and as what is taken today. */
final class Contenders {
    private static final int LEVEL = 3;

    private Contenders() {}

    static final Map<String, Contender> OURS = Map.of("zstd", new OurZstd(), "LZ4", new OurLz4());
    static final Map<String, Contender> PEERS = Map.of("zstd", new ZstdJni(), "LZ4", new Lz4Java());

    private static final class OurZstd implements Contender {
        @Override
        public int compress(byte[] data, byte[] compressed) {
            return (int) Zstd.ZSTD_compress(compressed, compressed.length, data, data.length, LEVEL);
        }

        @Override
        public int decompress(byte[] compressed, int length, byte[] data) {
            return (int) Zstd.ZSTD_decompress(data, data.length, compressed, length);
        }

        @Override
        public int bound(int length) {
            return (int) Zstd.ZSTD_compressBound(length);
        }
    }

    private static final class ZstdJni implements Contender {
        @Override
        public int compress(byte[] data, byte[] compressed) {
            return (int) com.github.luben.zstd.Zstd.compressByteArray(
                    compressed, 0, compressed.length, data, 0, data.length, LEVEL);
        }

        @Override
        public int decompress(byte[] compressed, int length, byte[] data) {
            return (int) com.github.luben.zstd.Zstd.decompressByteArray(data, 0, data.length, compressed, 0, length);
        }

        @Override
        public int bound(int length) {
            return (int) com.github.luben.zstd.Zstd.compressBound(length);
        }
    }

    private static final class OurLz4 implements Contender {
        @Override
        public int compress(byte[] data, byte[] compressed) {
            return Lz4.LZ4_compress_default(data, compressed, data.length, compressed.length);
        }

        @Override
        public int decompress(byte[] compressed, int length, byte[] data) {
            return Lz4.LZ4_decompress_safe(compressed, data, length, data.length);
        }

        @Override
        public int bound(int length) {
            return Lz4.LZ4_compressBound(length);
        }
    }

    private static final class Lz4Java implements Contender {
        private final LZ4Factory factory = LZ4Factory.nativeInstance();

        @Override
        public int compress(byte[] data, byte[] compressed) {
            return factory.fastCompressor().compress(data, 0, data.length, compressed, 0, compressed.length);
        }

        @Override
        public int decompress(byte[] compressed, int length, byte[] data) {
            return factory.safeDecompressor().decompress(compressed, 0, length, data, 0, data.length);
        }

        @Override
        public int bound(int length) {
            return factory.fastCompressor().maxCompressedLength(length);
        }
    }

    /** Fails unless each restores what the other compressed. */
    static void compare(String library, byte[] data) {
        Contender ours = OURS.get(library);
        Contender peer = PEERS.get(library);
        for (Contender[] pair : new Contender[][] {{ours, peer}, {peer, ours}}) {
            byte[] compressed = new byte[pair[0].bound(data.length)];
            int length = pair[0].compress(data, compressed);
            byte[] restored = new byte[data.length];
            if (pair[1].decompress(compressed, length, restored) != data.length || !Arrays.equals(data, restored)) {
                throw new IllegalStateException(library + " of " + data.length + " bytes is not restored");
            }
        }
    }
}
