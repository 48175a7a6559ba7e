package org.example.argon2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.example.argon2.Argon2.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Hashes and verifies, through the cdef of argon2-cffi-bindings. */
class Argon2RealTest {
    private static final long PASSES = 2;
    private static final long KIBIBYTES = 64;
    private static final long LANES = 1;
    private static final int HASH_LENGTH = 24;

    @Test
    void aHashIsVerifiedByItsPasswordAlone() {
        try (Arena arena = Arena.open()) {
            BytePointer password = arena.string("correct horse");
            BytePointer encoded = hash(arena, password, 13, "somesalt");

            assertThat(encoded.string()).startsWith("$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHQ$");
            assertThat(argon2_verify(encoded, password, 13, Argon2_id)).isEqualTo(ARGON2_OK);
            assertThat(argon2_verify(encoded.string(), arena.string("correct house"), 13, Argon2_id))
                    .isEqualTo(ARGON2_VERIFY_MISMATCH);
            assertThat(argon2_error_message(ARGON2_VERIFY_MISMATCH).string())
                    .isEqualTo("The password does not match the supplied hash");
        }
    }

    /** The reference program's own test vector for version 1.3, with 256 MB: 1 << 16 blocks, t=2, p=1. */
    @Test
    void theHashIsTheReferences() {
        try (Arena arena = Arena.open()) {
            BytePointer out = BytePointer.allocate(arena, 32);
            BytePointer password = arena.string("password");
            int result = argon2_hash(
                    2,
                    1 << 16,
                    1,
                    password,
                    8,
                    arena.string("somesalt"),
                    8,
                    out,
                    32,
                    null,
                    0,
                    Argon2_i,
                    ARGON2_VERSION_13);

            assertThat(result).isEqualTo(ARGON2_OK);
            assertThat(HexFormat.of().formatHex(out.toArray(32)))
                    .isEqualTo("c1628832147d9720c5bd1cfd61367078729f6dfb6f8fea9ff98158e0d7816ed0");
        }
    }

    @Test
    void aContextWithTooShortASaltIsRefused() {
        try (Arena arena = Arena.open()) {
            argon2_context context = argon2_context
                    .allocate(arena)
                    .out(BytePointer.allocate(arena, HASH_LENGTH))
                    .outlen(HASH_LENGTH)
                    .pwd(arena.string("password"))
                    .pwdlen(8)
                    .salt(arena.string("short"))
                    .saltlen(5)
                    .t_cost(PASSES)
                    .m_cost(KIBIBYTES)
                    .lanes(LANES)
                    .threads(LANES)
                    .version(ARGON2_VERSION_NUMBER)
                    .flags(ARGON2_DEFAULT_FLAGS);
            assertThat(argon2_ctx(context, Argon2_id)).isEqualTo(ARGON2_SALT_TOO_SHORT);

            context.salt(arena.string("long enough")).saltlen(11);
            assertThat(argon2_ctx(context, Argon2_id)).isEqualTo(ARGON2_OK);
            assertThat(context.out().toArray(HASH_LENGTH)).isNotEqualTo(new byte[HASH_LENGTH]);
        }
    }

    private static BytePointer hash(Arena arena, BytePointer password, int length, String salt) {
        int saltLength = salt.getBytes(StandardCharsets.UTF_8).length;
        long size = argon2_encodedlen(PASSES, KIBIBYTES, LANES, saltLength, HASH_LENGTH, Argon2_id);
        BytePointer encoded = BytePointer.allocate(arena, size);
        assertThat(argon2_hash(
                        PASSES,
                        KIBIBYTES,
                        LANES,
                        password,
                        length,
                        arena.string(salt),
                        saltLength,
                        null,
                        HASH_LENGTH,
                        encoded,
                        size,
                        Argon2_id,
                        ARGON2_VERSION_NUMBER))
                .isEqualTo(ARGON2_OK);
        return encoded;
    }
}
