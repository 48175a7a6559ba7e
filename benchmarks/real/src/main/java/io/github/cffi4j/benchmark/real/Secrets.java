package io.github.cffi4j.benchmark.real;

import static org.example.libsodium.Sodium.*;

import com.goterl.lazysodium.LazySodiumJava;
import com.goterl.lazysodium.SodiumJava;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** libsodium beside lazysodium, which calls it by JNA: the same key, nonce and message in the same arrays. */
final class Secrets {
    private static final int[] SIZES = {64, 1 << 10, 1 << 16, 1 << 20};

    private Secrets() {}

    static List<Comparison> libsodium() {
        sodium_init();
        LazySodiumJava peer = new LazySodiumJava(new SodiumJava());
        byte[] key = new byte[crypto_secretbox_KEYBYTES];
        byte[] nonce = new byte[crypto_secretbox_NONCEBYTES];
        List<Comparison> comparisons = new ArrayList<>();
        for (int size : SIZES) {
            byte[] message = new byte[size];
            byte[] box = new byte[crypto_secretbox_MACBYTES + size];
            byte[] peersBox = new byte[box.length];
            crypto_secretbox_easy(box, message, size, nonce, key);
            peer.cryptoSecretBoxEasy(peersBox, message, size, nonce, key);
            Comparison.same("a box", ByteBuffer.wrap(box), ByteBuffer.wrap(peersBox));
            byte[] opened = new byte[size];
            comparisons.add(new Comparison(
                    "libsodium",
                    "seal",
                    size,
                    () -> crypto_secretbox_easy(peersBox, message, size, nonce, key),
                    () -> peer.cryptoSecretBoxEasy(peersBox, message, size, nonce, key)));
            comparisons.add(new Comparison(
                    "libsodium",
                    "open",
                    size,
                    () -> crypto_secretbox_open_easy(opened, box, box.length, nonce, key),
                    () -> peer.cryptoSecretBoxOpenEasy(opened, box, box.length, nonce, key)));
        }
        return comparisons;
    }
}
