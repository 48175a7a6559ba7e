package io.github.cffi4j.compiler.project;

import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.SourceLanguage;
import io.github.cffi4j.compiler.compile.ZigArguments;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The settings of a compile unit: ours first, then the author's for the platform. */
final class UnitSettings {

    private UnitSettings() {}

    /** For sources of the author's: the conventional header folders, and their own. */
    static CompilerSettings forSources(FfiProject project, Platform platform, SourceLanguage language) {
        List<Path> includes = new ArrayList<>();
        List<String> flags = new ArrayList<>(List.of(JniHeader.flag(project.layout())));
        for (SourceRoot source : project.layout().sources()) {
            Path root = source.folder();
            if (Files.isDirectory(root.resolve("include"))) {
                includes.add(root.resolve("include"));
            }
            if (source.compiled()) {
                flags.addAll(besideTheSystems(root));
            } else if (Files.isDirectory(root)) {
                includes.add(root);
            }
            if (!root.startsWith(project.layout().base())) {
                // The user's cache, for one: where it is must not show in what __FILE__ and assert() say.
                flags.add(ZigArguments.prefixMap(root, root.getFileName().toString()));
            }
        }
        return including(includes)
                .compiling(flags)
                .and(project.settings()
                        .getOrDefault(platform, CompilerSettings.none())
                        .in(language));
    }

    /**
     * Searches a folder of sources for headers, but not in place of the system's: {@code <string.h>} and C++'s {@code <version>}
     * are the system's, whatever stands among the sources.
     */
    private static List<String> besideTheSystems(Path folder) {
        return Files.isDirectory(folder) ? List.of("-iquote" + folder, "-idirafter" + folder) : List.of();
    }

    /** For glue: also the folder of the preamble. */
    static CompilerSettings forGlue(
            FfiProject project, Platform platform, SourceLanguage language, Path preambleFolder) {
        CompilerSettings settings = CompilerSettings.none()
                .compiling(besideTheSystems(preambleFolder))
                .and(forSources(project, platform, language));
        return new CompilerSettings(
                settings.includes(),
                settings.defines(),
                settings.compilerFlags().stream().map(UnitSettings::heeded).toList(),
                settings.linkerFlags(),
                settings.libraries());
    }

    /**
     * For probes: nothing that the author's flags make an error is taken for a false claim. What is wrong with a preamble is
     * told of the glue, which defines the functions that a preamble may only declare; a probe does not.
     */
    static CompilerSettings forProbe(
            FfiProject project, Platform platform, SourceLanguage language, Path preambleFolder) {
        return forGlue(project, platform, language, preambleFolder)
                .compiling(List.of("-Wno-error", "-Wno-undefined-internal", "-Wno-fatal-errors"));
    }

    /** {@code -w} would silence the errors that generated code asks for, too. */
    private static String heeded(String flag) {
        return flag.equals("-w") ? "-Wno-everything" : flag;
    }

    private static CompilerSettings including(List<Path> folders) {
        return new CompilerSettings(folders, List.of(), List.of(), List.of(), List.of());
    }
}
