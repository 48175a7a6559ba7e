package org.example.libsodium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SodiumTest {
    private static final byte[] MESSAGE = "meet me at the Zugspitze".getBytes(StandardCharsets.UTF_8);

    @Test
    void itIsTheVersionOfThePom() {
        assertThat(Sodium.sodium_version_string().string()).isEqualTo("1.0.22");
    }

    @Test
    void whatIsSealedIsOpenedWithTheKey() {
        byte[] key = SecretBox.newKey();
        byte[] sealed = SecretBox.seal(MESSAGE, key);

        assertThat(SecretBox.open(sealed, key)).isEqualTo(MESSAGE);
        assertThat(SecretBox.seal(MESSAGE, key)).isNotEqualTo(sealed);
        assertThat(SecretBox.open(SecretBox.seal(new byte[0], key), key)).isEmpty();
    }

    @Test
    void anotherKeyAndAChangeAreNoticed() {
        byte[] key = SecretBox.newKey();
        byte[] sealed = SecretBox.seal(MESSAGE, key);

        assertThatThrownBy(() -> SecretBox.open(sealed, SecretBox.newKey()))
                .isInstanceOf(IllegalArgumentException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> SecretBox.open(sealed, key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this was sealed with another key, or changed");
        assertThatThrownBy(() -> SecretBox.seal(MESSAGE, new byte[7])).hasMessage("a key has 32 bytes, this one 7");
    }

    @Test
    void aPasswordIsVerified() {
        String hash = Passwords.hash("Schöne Aussicht");

        assertThat(hash).startsWith("$argon2id$");
        assertThat(Passwords.verify(hash, "Schöne Aussicht")).isTrue();
        assertThat(Passwords.verify(hash, "schöne Aussicht")).isFalse();
    }
}
