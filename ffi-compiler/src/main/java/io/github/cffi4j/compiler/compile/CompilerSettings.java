package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.Globs;
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
 * @param sourceFlags compiler flags for some sources only; they come behind those for all
 * @param exports names that a library exports besides the entries for Java; {@code *} stands for any characters
 * @param systemLibrary the name of a library of the user's system that is linked without being here
 */
public record CompilerSettings(
        List<Path> includes,
        List<String> defines,
        List<String> compilerFlags,
        List<String> linkerFlags,
        List<String> libraries,
        SourceFlags sourceFlags,
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

    /** Settings without flags for some sources only, and without exports. */
    public CompilerSettings(
            List<Path> includes,
            List<String> defines,
            List<String> compilerFlags,
            List<String> linkerFlags,
            List<String> libraries) {
        this(includes, defines, compilerFlags, linkerFlags, libraries, SourceFlags.none(), List.of(), Optional.empty());
    }

    /**
     * Flags for the sources of one language, such as {@code -std=c++20}, and for single files, such as {@code -mavx2}.
     *
     * @param c for C
     * @param cxx for C++
     * @param files for files of the author's, behind all others
     */
    public record SourceFlags(List<String> c, List<String> cxx, List<FileFlags> files) {
        public SourceFlags {
            c = List.copyOf(c);
            cxx = List.copyOf(cxx);
            files = List.copyOf(files);
        }

        static SourceFlags none() {
            return new SourceFlags(List.of(), List.of(), List.of());
        }

        private SourceFlags and(SourceFlags more) {
            return new SourceFlags(joined(c, more.c), joined(cxx, more.cxx), joined(files, more.files));
        }

        private List<String> of(SourceLanguage language) {
            return switch (language) {
                case C -> c;
                case CPP -> cxx;
                case ASSEMBLY -> List.of();
            };
        }
    }

    /**
     * Flags for single files.
     *
     * @param files a glob of their paths below a folder of sources
     * @param flags as they are
     */
    public record FileFlags(String files, List<String> flags) {
        public FileFlags {
            flags = List.copyOf(flags);
        }

        /** Returns true if a source has these flags, by its path below its folder of sources. */
        public boolean match(Path relative) {
            return Globs.of(List.of(files)).matches(relative);
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
                sourceFlags.and(more.sourceFlags),
                joined(exports, more.exports),
                more.systemLibrary.or(() -> systemLibrary));
    }

    /** These for a source in one language: its flags are among those for all. */
    public CompilerSettings in(SourceLanguage language) {
        return new CompilerSettings(
                includes,
                defines,
                joined(compilerFlags, sourceFlags.of(language)),
                linkerFlags,
                libraries,
                new SourceFlags(List.of(), List.of(), sourceFlags.files),
                exports,
                systemLibrary);
    }

    /** These for one file of the author's, by its path below its folder of sources: its flags are among those for all. */
    public CompilerSettings forFile(Path relative) {
        return compiling(sourceFlags.files.stream()
                .filter(some -> some.match(relative))
                .flatMap(some -> some.flags.stream())
                .toList());
    }

    /** These with more flags for some sources. */
    public CompilerSettings with(SourceFlags more) {
        return new CompilerSettings(
                includes,
                defines,
                compilerFlags,
                linkerFlags,
                libraries,
                sourceFlags.and(more),
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
                includes, defines, compilerFlags, flags, libraries, sourceFlags, exports, systemLibrary);
    }

    /** These with more names to export. */
    public CompilerSettings exporting(List<String> names) {
        return new CompilerSettings(
                includes,
                defines,
                compilerFlags,
                linkerFlags,
                libraries,
                sourceFlags,
                joined(exports, names),
                systemLibrary);
    }

    /** These with a library of the user's system that is linked without being here. */
    public CompilerSettings withSystemLibrary(String name) {
        return new CompilerSettings(
                includes, defines, compilerFlags, linkerFlags, libraries, sourceFlags, exports, Optional.of(name));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
