package io.github.cffi4j.build.compile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an author adds to the compiler's and the linker's arguments.
 *
 * @param includes folders for {@code -I}, absolute
 * @param defines {@code NAME} or {@code NAME=VALUE}
 * @param compilerFlags as they are
 * @param linkerFlags as they are
 * @param libraries for {@code -l}
 */
public record CompilerSettings(
        List<Path> includes,
        List<String> defines,
        List<String> compilerFlags,
        List<String> linkerFlags,
        List<String> libraries) {

    public CompilerSettings {
        includes = List.copyOf(includes);
        defines = List.copyOf(defines);
        compilerFlags = List.copyOf(compilerFlags);
        linkerFlags = List.copyOf(linkerFlags);
        libraries = List.copyOf(libraries);
    }

    /** Nothing added. */
    public static CompilerSettings none() {
        return new CompilerSettings(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** These, and behind them the others: what comes last wins with the compiler. */
    public CompilerSettings and(CompilerSettings more) {
        return new CompilerSettings(
                joined(includes, more.includes),
                joined(defines, more.defines),
                joined(compilerFlags, more.compilerFlags),
                joined(linkerFlags, more.linkerFlags),
                joined(libraries, more.libraries));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
