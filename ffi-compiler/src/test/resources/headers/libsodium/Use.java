package whole;

import static whole.Whole.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import java.util.HexFormat;

/** Calls some of the library. */
public final class Use {
    private Use() {}

    public static void main(String[] arguments) {
        System.out.println(sodium_init() + " libsodium " + sodium_version_string().string());
        try (Arena arena = Arena.open()) {
            BytePointer hash = BytePointer.allocate(arena, crypto_hash_sha256_bytes());
            crypto_hash_sha256(hash, BytePointer.of(arena, new byte[] {'a', 'b', 'c'}), 3);
            System.out.println(HexFormat.of().formatHex(hash.toArray((int) crypto_hash_sha256_bytes())));
        }
    }
}
