package io.github.cffi4j.build.project;

import io.github.cffi4j.build.compile.CompiledUnit;
import io.github.cffi4j.build.compile.TargetHints;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** C sources do not compile. The message has the compiler's errors, those that several platforms share once. */
public final class CompilationException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param zigLibrary zig's folder {@code lib}
     */
    CompilationException(List<CompiledUnit.Failed> failures, Path zigLibrary) {
        super(message(failures, zigLibrary));
    }

    private static String message(List<CompiledUnit.Failed> failures, Path zigLibrary) {
        Map<String, Set<Platform>> platforms = new LinkedHashMap<>();
        failures.forEach(failure -> platforms
                .computeIfAbsent(failure.output().strip(), output -> new TreeSet<>())
                .add(failure.unit().platform()));
        return platforms.entrySet().stream()
                .map(entry -> entry.getKey() + "\n   on: "
                        + entry.getValue().stream().map(Platform::classifier).collect(Collectors.joining(" "))
                        + TargetHints.of(entry.getKey(), entry.getValue(), zigLibrary)
                                .map(fix -> "\n   fix: " + fix)
                                .orElse(""))
                .collect(Collectors.joining("\n\n"));
    }
}
