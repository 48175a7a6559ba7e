package io.github.cffi4j.build.project;

import io.github.cffi4j.build.compile.CompilerSettings;
import io.github.cffi4j.build.compile.SourceLanguage;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A source of the module: C, C++ or assembly.
 *
 * @param origin what tells objects of sources in different folders apart
 * @param root the folder it was found below
 * @param glue whether it is generated, so that it may include a preamble
 */
record SourceFile(String origin, Path root, Path path, boolean glue, Path cdefs) {

    /** Glue first, then the author's sources, each in the order of their paths. */
    static List<SourceFile> find(ProjectLayout layout) throws IOException {
        List<SourceFile> found = new ArrayList<>();
        addBelow(layout.glue(), "glue", layout, found);
        for (int i = 0; i < layout.sources().size(); i++) {
            addBelow(layout.sources().get(i), "c" + i, layout, found);
        }
        return found;
    }

    private static void addBelow(Path root, String origin, ProjectLayout layout, List<SourceFile> found)
            throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> visible(file, "") && SourceLanguage.of(file).isPresent())
                    .sorted()
                    .map(file -> new SourceFile(origin, root, file, origin.equals("glue"), layout.cdefs()))
                    .forEach(found::add);
        }
    }

    /** Whether it is a file of that kind; editors and file systems leave hidden ones such as {@code .#geo.c} beside it. */
    static boolean visible(Path file, String suffix) {
        String name = file.getFileName().toString();
        return name.endsWith(suffix) && !name.startsWith(".") && Files.isRegularFile(file);
    }

    /** A name for its object file that no other source of the module has. */
    String objectName() {
        String relative = root.relativize(path)
                .toString()
                .replace('\\', '/')
                .replace("_", "__")
                .replace('/', '_');
        return origin + "-" + relative + ".o";
    }

    /** Whether it needs C++'s library. */
    boolean cpp() {
        return SourceLanguage.of(path).equals(Optional.of(SourceLanguage.CPP));
    }

    CompilerSettings settings(FfiProject project, Platform platform) {
        return glue
                ? UnitSettings.forGlue(project, platform, preambleFolder())
                : UnitSettings.forSources(project, platform);
    }

    /** {@code org.example.geo.Geo.ffi.c} belongs to a cdef in {@code org/example/geo}. */
    private Path preambleFolder() {
        String[] parts = path.getFileName().toString().split("\\.");
        Path folder = cdefs;
        for (int i = 0; i < parts.length - 3; i++) {
            folder = folder.resolve(parts[i]);
        }
        return folder;
    }
}
