package io.github.cffi4j.inline;

import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.PluginBuild;
import io.github.cffi4j.compiler.fetch.FileLook;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The C to compile, and the declarations of it. Immutable.
 *
 * @param settings the author's flags and folders
 */
record Snippet(String code, String cdef, CompilerSettings settings) {

    static Snippet of(String code) {
        return new Snippet(code, "", CompilerSettings.none());
    }

    Snippet withCdef(String text) {
        String before = cdef.isEmpty() || cdef.endsWith("\n") ? cdef : cdef + "\n";
        return new Snippet(code, before + text, settings);
    }

    Snippet including(Path folder) {
        return with(settings.including(List.of(folder)));
    }

    Snippet defining(String macro) {
        return with(settings.defining(List.of(macro)));
    }

    Snippet compiling(List<String> flags) {
        return with(settings.compiling(flags));
    }

    Snippet linking(String library) {
        return with(settings.withSystemLibrary(library));
    }

    private Snippet with(CompilerSettings other) {
        return new Snippet(code, cdef, other);
    }

    /**
     * Returns the name of the result in the cache: another one if anything that counts is another. Our own jars stand for the
     * compiler too, because its version is pinned in one of them.
     */
    String key(Platform platform) throws IOException {
        List<String> parts =
                new ArrayList<>(List.of(PluginBuild.identity(Snippet.class), platform.classifier(), code, cdef));
        // Not toString(), which takes a JVM that has just started 40 ms.
        for (List<?> flags : List.of(
                settings.includes(),
                settings.defines(),
                settings.compilerFlags(),
                List.of(settings.systemLibrary().orElse("")))) {
            parts.add(flags.toString());
        }
        for (Path folder : settings.includes()) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    parts.add(file + " " + FileLook.at(file));
                }
            }
        }
        return Sha256.of(String.join("\0", parts).getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
