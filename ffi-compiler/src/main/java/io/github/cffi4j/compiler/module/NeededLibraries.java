package io.github.cffi4j.compiler.module;

import io.github.cffi4j.compiler.emit.LibraryCheck;
import io.github.cffi4j.compiler.emit.SystemRequirements;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.sbom.NeededLibrary;
import io.github.cffi4j.platform.Platform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The libraries of the user's system that a module calls. */
final class NeededLibraries {
    private NeededLibraries() {}

    /** Returns those of some platforms, each once. */
    static List<NeededLibrary> of(FfiProject project, Set<Platform> platforms) {
        SystemRequirements requirements = project.requirements().of(project.systemLibraries());
        Map<String, Set<Platform>> byNames = new LinkedHashMap<>();
        requirements.libraries().forEach((platform, names) -> {
            if (platforms.contains(platform)) {
                byNames.computeIfAbsent(names, any -> new TreeSet<>()).add(platform);
            }
        });
        return byNames.entrySet().stream()
                .map(entry -> new NeededLibrary(
                        List.of(entry.getKey().split(",")),
                        entry.getValue().stream().map(Platform::classifier).toList(),
                        requirements.names(),
                        requirements.checks().stream()
                                .map(LibraryCheck::toString)
                                .toList()))
                .toList();
    }
}
