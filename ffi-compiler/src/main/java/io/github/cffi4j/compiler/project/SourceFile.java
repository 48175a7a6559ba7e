package io.github.cffi4j.compiler.project;

import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.SourceLanguage;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        addBelow(SourceRoot.of(layout.glue()), "glue", layout, found);
        for (int i = 0; i < layout.sources().size(); i++) {
            addBelow(layout.sources().get(i), "c" + i, layout, found);
        }
        return found;
    }

    /** Files that look like sources and are in no language that is compiled, nor excluded. */
    static List<Path> leftOut(ProjectLayout layout) throws IOException {
        List<Path> leftOut = new ArrayList<>();
        for (SourceRoot root : layout.sources()) {
            for (Path file : SourceTree.files(root.folder())) {
                if (root.compiles(file) && SourceLanguage.isOfAnother(file)) {
                    leftOut.add(file);
                }
            }
        }
        return leftOut;
    }

    private static void addBelow(SourceRoot root, String origin, ProjectLayout layout, List<SourceFile> found)
            throws IOException {
        int before = found.size();
        for (Path file : SourceTree.files(root.folder())) {
            if (root.compiles(file) && SourceLanguage.of(file).isPresent()) {
                found.add(new SourceFile(origin, root.folder(), file, origin.equals("glue"), layout.cdefs()));
            }
        }
        if (!root.includes().isEmpty() && found.size() == before) {
            throw new WrongSettingException("<sourceDirectories>: no source below " + root.folder() + " is one of "
                    + root.includes() + "; fix: correct the <includes>, which start at that folder");
        }
    }

    /** A name for its object file that no other source of the module has. */
    String objectName() {
        String relative =
                relative().toString().replace('\\', '/').replace("_", "__").replace('/', '_');
        return origin + "-" + relative + ".o";
    }

    /** Returns its path below the folder of sources it is in. */
    Path relative() {
        return root.relativize(path);
    }

    /** Returns true if it needs C++'s library. */
    boolean cpp() {
        return SourceLanguage.of(path).equals(Optional.of(SourceLanguage.CPP));
    }

    CompilerSettings settings(FfiProject project, Platform platform) {
        SourceLanguage language = SourceLanguage.of(path).orElseThrow();
        return glue
                ? UnitSettings.forGlue(project, platform, language, preambleFolder())
                : UnitSettings.forSources(project, platform, language).forFile(relative());
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
