package io.github.cffi4j.compiler.project;

import io.github.cffi4j.compiler.compile.CompiledUnit;
import io.github.cffi4j.compiler.compile.TargetHints;
import io.github.cffi4j.compiler.verify.AppleFramework;
import io.github.cffi4j.compiler.verify.ClangMessage;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * C does not compile, or a compiler does not take its flags. The message has the compilers' errors, those that several
 * platforms share once.
 */
public final class CompilationException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param zigLibrary zig's folder {@code lib}
     */
    CompilationException(List<CompiledUnit.Failed> failures, Path zigLibrary) {
        super(message(failures, zigLibrary));
    }

    /** Throws if a compiler failed before it read anything: what it was given is wrong, not the C. */
    static void throwIfUnread(List<CompiledUnit> answers, Path zigLibrary) throws CompilationException {
        List<CompiledUnit.Failed> unread = answers.stream()
                .filter(CompiledUnit.Failed.class::isInstance)
                .map(CompiledUnit.Failed.class::cast)
                .filter(failed -> unread(failed.output()))
                .toList();
        if (!unread.isEmpty()) {
            throw new CompilationException(unread, zigLibrary);
        }
    }

    private static boolean unread(String output) {
        return ClangMessage.errors(output).isEmpty();
    }

    private static String message(List<CompiledUnit.Failed> failures, Path zigLibrary) {
        Map<String, Set<Platform>> platforms = new LinkedHashMap<>();
        failures.forEach(failure -> platforms
                .computeIfAbsent(told(failure.output().strip()), output -> new TreeSet<>())
                .add(failure.unit().platform()));
        return platforms.entrySet().stream()
                .map(entry -> entry.getKey() + "\n   on: "
                        + entry.getValue().stream().map(Platform::classifier).collect(Collectors.joining(" "))
                        + fix(entry.getKey(), entry.getValue(), zigLibrary)
                                .map(fix -> "\n   fix: " + fix)
                                .orElse(""))
                .collect(Collectors.joining("\n\n"));
    }

    /** Without zig's lists of all processors that it knows. */
    private static String told(String output) {
        String errors = output.lines().filter(line -> line.contains("error: ")).collect(Collectors.joining("\n"));
        return unread(output) && !errors.isEmpty() ? errors : output;
    }

    private static Optional<String> fix(String said, Set<Platform> platforms, Path zigLibrary) {
        return unread(said)
                ? Optional.of(fixOfFlag(said))
                : AppleFramework.fix(ClangMessage.errors(said), platforms)
                        .or(() -> TargetHints.of(said, platforms, zigLibrary));
    }

    private static String fixOfFlag(String said) {
        if (said.contains("not allowed with 'C")) {
            return "give the flag to one language, by <cFlags> or <cxxFlags> in place of <compilerFlags>";
        }
        if (said.contains("Unknown Clang option")) {
            return "correct the flag in <compilerFlags>, or remove it; zig's compiler is clang";
        }
        return "a flag that not every platform knows belongs in the <compilerFlags> of a <platformSetting> with its"
                + " <platform>, such as *-x86_64";
    }
}
