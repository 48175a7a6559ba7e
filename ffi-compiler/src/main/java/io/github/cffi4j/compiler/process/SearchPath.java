package io.github.cffi4j.compiler.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders in which programs are looked for, in order. Immutable.
 *
 * @param folders as the PATH variable lists them
 */
public record SearchPath(List<Path> folders) {

    public SearchPath {
        folders = List.copyOf(folders);
    }

    /** The search path of a PATH variable's text; null and parts that are no paths give no folders. */
    public static SearchPath of(String variable) {
        if (variable == null) {
            return new SearchPath(List.of());
        }
        return new SearchPath(Arrays.stream(variable.split(File.pathSeparator))
                .filter(part -> !part.isBlank())
                .flatMap(SearchPath::folder)
                .toList());
    }

    /** The search path of this process. */
    public static SearchPath ofThisProcess() {
        return of(System.getenv("PATH"));
    }

    /** The first executable file of this name; on Windows the name includes its extension. */
    public Optional<Path> find(String program) {
        return folders.stream()
                .map(folder -> folder.resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Stream<Path> folder(String part) {
        try {
            return Stream.of(Path.of(part));
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }
}
