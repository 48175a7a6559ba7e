package org.example.libgit2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryTest {
    private static final Repository.Person ADA = new Repository.Person("Ada Läufer", "ada@example.org");
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void commitsAreMadeAndRead() throws Exception {
        Path file = Files.writeString(folder.resolve("summits.txt"), "Zugspitze\n");
        try (Repository repository = Repository.create(folder)) {
            assertThat(repository.log()).isEmpty();

            String first = repository.commit(ADA, NOON, "Add a summit", "summits.txt");
            Files.writeString(file, "Zugspitze\nWatzmann\n");
            repository.commit(ADA, NOON.plusSeconds(60), "Add another", "summits.txt");

            assertThat(repository.log())
                    .extracting(Repository.Commit::message)
                    .containsExactly("Add another", "Add a summit");
            assertThat(repository.log().get(1)).isEqualTo(new Repository.Commit(first, ADA, NOON, "Add a summit"));
        }
        try (Repository again = Repository.open(folder)) {
            assertThat(again.log()).hasSize(2).allSatisfy(commit -> assertThat(commit.id())
                    .matches("[0-9a-f]{40}"));
        }
    }

    @Test
    void errorsAreExceptionsInTheLibrarysWords() {
        assertThatThrownBy(() -> Repository.open(folder))
                .isInstanceOf(GitException.class)
                .hasMessageContaining("could not find repository");
    }
}
