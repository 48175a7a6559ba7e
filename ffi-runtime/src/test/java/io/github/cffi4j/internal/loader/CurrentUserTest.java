package io.github.cffi4j.internal.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentUserTest {
    private static final int FOLDER = 0040700;

    @TempDir
    Path folder;

    @Test
    void trustsItselfAndRoot() throws IOException {
        CurrentUser ada = new CurrentUser(4711, "ada");

        assertThat(ada.trusts(folder, ownedBy(4711))).isTrue();
        assertThat(ada.trusts(folder, ownedBy(0))).isTrue();
        assertThat(ada.trusts(folder, ownedBy(4712))).isFalse();
    }

    @Test
    void whereTheNumberIsNotKnownTheNameTells() throws IOException {
        assertThat(new CurrentUser(-1, System.getProperty("user.name")).trusts(folder, ownedBy(4712)))
                .isTrue();
        assertThat(new CurrentUser(-1, "nobody-of-that-name").trusts(folder, ownedBy(4712)))
                .isFalse();
    }

    /** In a user namespace, and on network file systems, it is the number of everybody else (fault 32). */
    @Test
    void nobodyIsTrustedByNobody() throws IOException {
        assertThat(new CurrentUser(4711, "ada").trusts(folder, ownedBy(65534))).isFalse();
        assertThat(new CurrentUser(65534, "nobody").trusts(folder, ownedBy(65534)))
                .isFalse();
        assertThat(new CurrentUser(-1, System.getProperty("user.name")).trusts(folder, ownedBy(65534)))
                .isFalse();
    }

    private static FileFacts ownedBy(int user) {
        return new FileFacts(user, FOLDER, 1, 1, 1, 1);
    }
}
