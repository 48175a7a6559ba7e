package io.github.cffi4j.compiler.compile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An author's additions to the arguments of the compiler and the linker.
 *
 * @param includes folders for {@code -I}, absolute
 * @param defines {@code NAME} or {@code NAME=VALUE}
 * @param compilerFlags as they are, for all languages
 * @param linkerFlags as they are
 * @param libraries for {@code -l}
 * @param languageFlags as they are, for one language; they come behind those for all
 * @param exports names that a library exports besides the entries for Java; {@code *} stands for any characters
 * @param systemLibrary the name of a library of the user's system that is linked without being here
 */
public record CompilerSettings(
        List<Path> includes,
        List<String> defines,
        List<String> compilerFlags,
        List<String> linkerFlags,
        List<String> libraries,
        LanguageFlags languageFlags,
        List<String> exports,
        Optional<String> systemLibrary) {

    public CompilerSettings {
        includes = List.copyOf(includes);
        defines = List.copyOf(defines);
        compilerFlags = List.copyOf(compilerFlags);
        linkerFlags = List.copyOf(linkerFlags);
        libraries = List.copyOf(libraries);
        exports = List.copyOf(exports);
    }

    /** Settings without flags for one language, and without exports. */
    public CompilerSettings(
            List<Path> includes,
            List<String> defines,
            List<String> compilerFlags,
            List<String> linkerFlags,
            List<String> libraries) {
        this(
                includes,
                defines,
                compilerFlags,
                linkerFlags,
                libraries,
                LanguageFlags.none(),
                List.of(),
                Optional.empty());
    }

    /**
     * Flags that only one language knows, such as {@code -std=c++20}.
     *
     * @param c for C
     * @param cxx for C++
     */
    public record LanguageFlags(List<String> c, List<String> cxx) {
        public LanguageFlags {
            c = List.copyOf(c);
            cxx = List.copyOf(cxx);
        }

        static LanguageFlags none() {
            return new LanguageFlags(List.of(), List.of());
        }

        private LanguageFlags and(LanguageFlags more) {
            return new LanguageFlags(joined(c, more.c), joined(cxx, more.cxx));
        }

        private List<String> of(SourceLanguage language) {
            return switch (language) {
                case C -> c;
                case CPP -> cxx;
                case ASSEMBLY -> List.of();
            };
        }
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
                joined(libraries, more.libraries),
                languageFlags.and(more.languageFlags),
                joined(exports, more.exports),
                more.systemLibrary.or(() -> systemLibrary));
    }

    /** These for a source in one language: its flags are among those for all. */
    public CompilerSettings in(SourceLanguage language) {
        return new CompilerSettings(
                includes,
                defines,
                joined(compilerFlags, languageFlags.of(language)),
                linkerFlags,
                libraries,
                LanguageFlags.none(),
                exports,
                systemLibrary);
    }

    /** These with more flags for one language each. */
    public CompilerSettings with(LanguageFlags more) {
        return new CompilerSettings(
                includes,
                defines,
                compilerFlags,
                linkerFlags,
                libraries,
                languageFlags.and(more),
                exports,
                systemLibrary);
    }

    /** These with more compiler flags. */
    public CompilerSettings compiling(List<String> flags) {
        return and(new CompilerSettings(List.of(), List.of(), flags, List.of(), List.of()));
    }

    /** These with more include folders. */
    public CompilerSettings including(List<Path> folders) {
        return and(new CompilerSettings(folders, List.of(), List.of(), List.of(), List.of()));
    }

    /** These with more macros, {@code NAME} or {@code NAME=VALUE}. */
    public CompilerSettings defining(List<String> macros) {
        return and(new CompilerSettings(List.of(), macros, List.of(), List.of(), List.of()));
    }

    /** These with more libraries to link. */
    public CompilerSettings withLibraries(List<String> names) {
        return and(new CompilerSettings(List.of(), List.of(), List.of(), List.of(), names));
    }

    /** These with more linker flags. */
    public CompilerSettings linking(List<String> flags) {
        return and(new CompilerSettings(List.of(), List.of(), List.of(), flags, List.of()));
    }

    /** These with other linker flags. */
    CompilerSettings withLinkerFlags(List<String> flags) {
        return new CompilerSettings(
                includes, defines, compilerFlags, flags, libraries, languageFlags, exports, systemLibrary);
    }

    /** These with more names to export. */
    public CompilerSettings exporting(List<String> names) {
        return new CompilerSettings(
                includes,
                defines,
                compilerFlags,
                linkerFlags,
                libraries,
                languageFlags,
                joined(exports, names),
                systemLibrary);
    }

    /** These with a library of the user's system that is linked without being here. */
    public CompilerSettings withSystemLibrary(String name) {
        return new CompilerSettings(
                includes, defines, compilerFlags, linkerFlags, libraries, languageFlags, exports, Optional.of(name));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
