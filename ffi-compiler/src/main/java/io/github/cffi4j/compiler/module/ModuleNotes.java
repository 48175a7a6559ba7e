package io.github.cffi4j.compiler.module;

import io.github.cffi4j.compiler.compile.ScratchFolder;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.project.LibraryBuilder;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The warnings for an author while a module is built. */
record ModuleNotes(FfiProject project, Progress warnings) {
    /** More are in a file: other people's C may have thousands. */
    private static final int WARNINGS_SHOWN = 20;

    /** A build without any other cdef would make a jar without the class that its author wrote. */
    void stray(List<Path> stray, boolean alone) {
        if (stray.isEmpty()) {
            return;
        }
        String told = "not read, because it is not below " + project.layout().cdefs() + ": "
                + stray.stream().map(Path::toString).collect(Collectors.joining(", "))
                + "; fix: move it there, into the folder of its Java package, or set <cdefDirectory>";
        if (alone) {
            throw new WrongSettingException(told);
        }
        warnings.message(told);
    }

    void leftOut(List<Path> leftOut) {
        if (!leftOut.isEmpty()) {
            warnings.message("left out, since they are not compiled for every platform: "
                    + leftOut.stream().map(Path::toString).collect(Collectors.joining(", "))
                    + "; compiled are C, C++ and assembly (" + String.join(" ", LibraryBuilder.suffixes())
                    + "); fix: rename them, or name them in <excludes>");
        }
        String library = project.library();
        if (LibraryName.prefixed(library)) {
            warnings.message("the library is called '" + library + "', so its files are lib" + library
                    + ".so and the like; <library>" + library.substring("lib".length())
                    + "</library> leaves the prefix to the platforms");
        }
    }

    void compilers(List<String> lines) throws IOException {
        lines.stream().limit(WARNINGS_SHOWN).forEach(warnings::message);
        if (lines.size() > WARNINGS_SHOWN) {
            Path file = project.layout().work().resolve("warnings.txt");
            ScratchFolder.write(file, file, String.join("\n", lines) + "\n");
            warnings.message((lines.size() - WARNINGS_SHOWN) + " more warnings of the C compilers are in " + file);
        }
    }

    void nothingToCompile() {
        warnings.message("nothing to compile: there is no cdef below "
                + project.layout().cdefs() + ", and no C source below "
                + project.layout().sources().stream()
                        .map(root -> root.folder().toString())
                        .collect(Collectors.joining(", ")));
    }
}
