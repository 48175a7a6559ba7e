package org.example.nativebuilds;

import static org.example.nativebuilds.Natives.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Ref;

/** Calls four C libraries that were built by a shell command, CMake, make and CMake. */
public final class Main {
    public static void main(String[] arguments) {
        try (Arena arena = Arena.open()) {
            System.out.println("zlib " + zlibVersion().string());
            System.out.println("libpng " + png_access_version_number());
            System.out.println("LZ4 " + LZ4_versionNumber() + " " + (LZ4_versionNumber() == LZ4_VERSION_NUMBER));
            git_libgit2_init();
            Ref<git_repository> repository = git_repository.ref(arena);
            System.out.println("libgit2 made a repository: " + git_repository_init(repository, arguments[0], 1)
                    + ", empty: " + git_repository_is_empty(repository.get()));
            git_repository_free(repository.get());
            git_libgit2_shutdown();
        }
    }
}
