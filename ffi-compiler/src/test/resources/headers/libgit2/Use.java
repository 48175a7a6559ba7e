package whole;

import static whole.Whole.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Ref;

/** Calls some of the library. */
public final class Use {
    private Use() {}

    public static void main(String[] arguments) {
        System.out.println(git_libgit2_init() + " libgit2 " + LIBGIT2_VERSION.string());
        try (Arena arena = Arena.open()) {
            git_oid id = git_oid.allocate(arena);
            System.out.println(git_oid_fromstr(id, "4b825dc642cb6eb9a060e54bf8d69288fbee4904"));
            System.out.println(git_oid_tostr_s(id).string());
            Ref<git_repository> repository = git_repository.ref(arena);
            System.out.println(git_repository_open(repository, "/nowhere") == GIT_ENOTFOUND);
            System.out.println(git_error_last().message().string());
        }
        git_libgit2_shutdown();
    }
}
