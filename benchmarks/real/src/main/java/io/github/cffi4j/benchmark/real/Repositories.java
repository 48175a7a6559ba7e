package io.github.cffi4j.benchmark.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.revwalk.RevCommit;
import org.example.libgit2.Repository;

/** libgit2 beside JGit, which is all Java, on a repository with a thousand commits. */
final class Repositories {
    private static final int COMMITS = 1000;

    private Repositories() {}

    static List<Comparison> libgit2() {
        Path folder = repository();
        Repository.Person author = new Repository.Person("Ann", "ann@example.org");
        Comparison.same("the log", ours(folder), peers(folder));
        Comparison.same("commits", ours(folder).get(0).author(), author);
        return List.of(
                new Comparison(
                        "libgit2",
                        "open a repository",
                        0,
                        () -> Repository.open(folder).close(),
                        () -> open(folder).close()),
                new Comparison("libgit2", "read 1,000 commits", 0, () -> ours(folder), () -> peers(folder)));
    }

    private static Path repository() {
        try {
            Path folder = Files.createTempDirectory("repository");
            try (Repository repository = Repository.create(folder)) {
                for (int i = 0; i < COMMITS; i++) {
                    Files.writeString(folder.resolve("file"), "version " + i);
                    repository.commit(
                            new Repository.Person("Ann", "ann@example.org"),
                            Instant.ofEpochSecond(1_700_000_000L + i),
                            "Change the file for the time " + i,
                            "file");
                }
            }
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Repository.Commit> ours(Path folder) {
        try (Repository repository = Repository.open(folder)) {
            return repository.log();
        }
    }

    private static Git open(Path folder) {
        try {
            return Git.open(folder.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Repository.Commit> peers(Path folder) {
        List<Repository.Commit> commits = new ArrayList<>();
        try (Git git = open(folder)) {
            for (RevCommit commit : git.log().call()) {
                commits.add(new Repository.Commit(
                        commit.name(),
                        new Repository.Person(
                                commit.getAuthorIdent().getName(),
                                commit.getAuthorIdent().getEmailAddress()),
                        commit.getAuthorIdent().getWhenAsInstant(),
                        commit.getFullMessage()));
            }
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
        return commits;
    }
}
