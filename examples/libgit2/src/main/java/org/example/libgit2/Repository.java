package org.example.libgit2;

import static org.example.libgit2.Git2.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Owned;
import io.github.cffi4j.Ref;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A repository of git with a folder of files. Only one thread at a time may use it. */
public final class Repository implements AutoCloseable {
    private static final String HEAD = "HEAD";

    static {
        git_libgit2_init();
    }

    private final Owned<git_repository> repository;

    private Repository(git_repository repository) {
        this.repository = git_repository.owned(repository, Git2::git_repository_free);
    }

    /** Makes a new one. */
    public static Repository create(Path folder) {
        try (Arena arena = Arena.open()) {
            Ref<git_repository> out = git_repository.ref(arena);
            checked(git_repository_init(out, folder.toString(), 0));
            return new Repository(out.get());
        }
    }

    public static Repository open(Path folder) {
        try (Arena arena = Arena.open()) {
            Ref<git_repository> out = git_repository.ref(arena);
            checked(git_repository_open(out, folder.toString()));
            return new Repository(out.get());
        }
    }

    /**
     * Commits files.
     *
     * @param paths of the files, from the folder
     * @return the commit's hash
     */
    public String commit(Person author, Instant time, String message, String... paths) {
        try (Arena arena = Arena.open();
                Owned<git_index> index = index(arena);
                Owned<git_signature> signature = signature(arena, author, time)) {
            for (String path : paths) {
                checked(git_index_add_bypath(index.get(), path));
            }
            checked(git_index_write(index.get()));
            git_oid id = git_oid.allocate(arena);
            checked(git_index_write_tree(id, index.get()));
            Ref<git_tree> tree = git_tree.ref(arena);
            checked(git_tree_lookup(tree, repository.get(), id));

            git_oid parent = git_oid.allocate(arena);
            boolean first = isEmpty();
            Ref<git_commit> parents = git_commit.ref(arena);
            if (!first) {
                checked(git_reference_name_to_id(parent, repository.get(), HEAD));
                checked(git_commit_lookup(parents, repository.get(), parent));
            }
            try {
                git_signature by = signature.get();
                int n = first ? 0 : 1;
                checked(git_commit_create(
                        id, repository.get(), HEAD, by, by, "UTF-8", message, tree.get(), n, parents));
                return git_oid_tostr_s(id).string();
            } finally {
                git_tree_free(tree.get());
                git_commit_free(parents.get());
            }
        }
    }

    /** All commits that HEAD reaches, the newest first. */
    public List<Commit> log() {
        if (isEmpty()) {
            return List.of();
        }
        List<Commit> commits = new ArrayList<>();
        try (Arena arena = Arena.open()) {
            Ref<git_revwalk> out = git_revwalk.ref(arena);
            checked(git_revwalk_new(out, repository.get()));
            try (Owned<git_revwalk> walk = git_revwalk.owned(out.get(), Git2::git_revwalk_free)) {
                checked(git_revwalk_push_head(walk.get()));
                git_oid id = git_oid.allocate(arena);
                for (int code = git_revwalk_next(id, walk.get());
                        code != GIT_ITEROVER;
                        code = git_revwalk_next(id, walk.get())) {
                    checked(code);
                    commits.add(commit(arena, id));
                }
            }
        }
        return commits;
    }

    @Override
    public void close() {
        repository.close();
    }

    /** Who wrote something. */
    public record Person(String name, String email) {}

    /** A commit, as a value: it outlives the repository. */
    public record Commit(String id, Person author, Instant time, String message) {}

    private Commit commit(Arena arena, git_oid id) {
        Ref<git_commit> out = git_commit.ref(arena);
        checked(git_commit_lookup(out, repository.get(), id));
        try (Owned<git_commit> commit = git_commit.owned(out.get(), Git2::git_commit_free)) {
            git_signature author = git_commit_author(commit.get());
            return new Commit(
                    git_oid_tostr_s(id).string(),
                    new Person(author.name().string(), author.email().string()),
                    Instant.ofEpochSecond(author.when().time()),
                    git_commit_message(commit.get()).string());
        }
    }

    private Owned<git_index> index(Arena arena) {
        Ref<git_index> out = git_index.ref(arena);
        checked(git_repository_index(out, repository.get()));
        return git_index.owned(out.get(), Git2::git_index_free);
    }

    private static Owned<git_signature> signature(Arena arena, Person person, Instant time) {
        Ref<git_signature> out = git_signature.ref(arena);
        checked(git_signature_new(out, person.name(), person.email(), time.getEpochSecond(), 0));
        return git_signature.owned(out.get(), Git2::git_signature_free);
    }

    /** Returns true if there is no commit yet. */
    private boolean isEmpty() {
        return checked(git_repository_head_unborn(repository.get())) == 1;
    }

    /** Returns what a function returned, unless that is an error. */
    private static int checked(int code) {
        if (code < 0) {
            throw new GitException(git_error_last().message().string());
        }
        return code;
    }
}
