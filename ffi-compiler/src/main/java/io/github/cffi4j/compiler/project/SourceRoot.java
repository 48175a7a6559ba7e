package io.github.cffi4j.compiler.project;

import io.github.cffi4j.compiler.fetch.Globs;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder with C and C++ sources.
 *
 * @param folder absolute
 * @param compiled whether its sources are compiled; otherwise it is only searched for headers
 * @param includes globs of the files to compile, below the folder; empty for all
 * @param excludes globs of files not to compile
 */
public record SourceRoot(Path folder, boolean compiled, List<String> includes, List<String> excludes) {

    public SourceRoot {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    /** A folder of which all sources are compiled. */
    public static SourceRoot of(Path folder) {
        return new SourceRoot(folder, true, List.of(), List.of());
    }

    /** Returns true if a file below the folder is compiled, if it is a source. */
    boolean compiles(Path file) {
        Path relative = folder.relativize(file);
        return compiled
                && (includes.isEmpty() || Globs.of(includes).matches(relative))
                && !Globs.of(excludes).matches(relative);
    }
}
