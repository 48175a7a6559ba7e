package org.example.libsodium;

import static org.example.libsodium.Sodium.*;

import java.util.Arrays;

/** Encrypts with a key that both sides know, and notices every change. */
public final class SecretBox {
    private static final int NONCE = crypto_secretbox_NONCEBYTES;
    private static final int MAC = crypto_secretbox_MACBYTES;

    static {
        Library.initialize();
    }

    private SecretBox() {}

    /** A new random key. */
    public static byte[] newKey() {
        return random(crypto_secretbox_KEYBYTES);
    }

    /** Encrypts; the result begins with a random nonce. */
    public static byte[] seal(byte[] message, byte[] key) {
        byte[] nonce = random(NONCE);
        byte[] box = new byte[MAC + message.length];
        crypto_secretbox_easy(box, message, message.length, nonce, checked(key));
        byte[] sealed = Arrays.copyOf(nonce, NONCE + box.length);
        System.arraycopy(box, 0, sealed, NONCE, box.length);
        return sealed;
    }

    /**
     * Decrypts.
     *
     * @throws IllegalArgumentException if it was sealed with another key, or changed
     */
    public static byte[] open(byte[] sealed, byte[] key) {
        if (sealed.length < NONCE + MAC) {
            throw new IllegalArgumentException("this is too short for a sealed message");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        byte[] box = Arrays.copyOfRange(sealed, NONCE, sealed.length);
        byte[] message = new byte[box.length - MAC];
        if (crypto_secretbox_open_easy(message, box, box.length, nonce, checked(key)) != 0) {
            throw new IllegalArgumentException("this was sealed with another key, or changed");
        }
        return message;
    }

    private static byte[] checked(byte[] key) {
        if (key.length != crypto_secretbox_KEYBYTES) {
            throw new IllegalArgumentException(
                    "a key has " + crypto_secretbox_KEYBYTES + " bytes, this one " + key.length);
        }
        return key;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        randombytes_buf(bytes, length);
        return bytes;
    }
}
