package io.github.cffi4j.inline;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.ConditionalCdef;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.compiler.compile.DirectBuild;
import io.github.cffi4j.compiler.emit.SupportHeaders;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.resolve.BindingResolver;
import io.github.cffi4j.compiler.verify.PlatformProbe;
import io.github.cffi4j.compiler.zig.Zig;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The quick way from a snippet to a library: one file has the author's C, all claims of the cdef and what Java asks for, and one
 * run of zig compiles and links it. Whatever goes wrong on it is left to the plugin's build, which has the words for it.
 */
record DirectCompile(InlineSettings settings, Platform platform, Snippet snippet) {
    private static final String FILE = "Snippet.direct.c";

    boolean possible() {
        return DirectBuild.fits(platform, snippet.settings());
    }

    /**
     * Compiles.
     *
     * @param behind the C that comes behind the author's and the claims
     * @param code the file of the author's C
     * @param library where the library goes
     * @return false if there is no library, or not all that the cdef claims is true
     */
    boolean compile(ConditionalCdef cdef, String behind, Path code, Path library, FfiProject.ZigSupplier compiler)
            throws IOException, InterruptedException {
        ResolvedBinding binding;
        try {
            binding = BindingResolver.resolve(cdef).on(platform);
        } catch (CdefException e) {
            return false;
        }
        PlatformProbe probe =
                PlatformProbe.of(binding, Optional.of(code.getFileName().toString()));
        Path source = code.resolveSibling(FILE);
        Files.writeString(source, probe.text() + "#line 1 \"" + FILE + "\"\n" + behind);
        Files.writeString(code.resolveSibling(SupportHeaders.PROBE), SupportHeaders.text(SupportHeaders.PROBE));
        Zig zig = compiler.get();
        new ProvenZig(settings.cache()).require(zig);
        Path scratch = Files.createDirectories(code.resolveSibling("zig"));
        boolean built = new DirectBuild(zig, settings.cache(), settings.runner())
                .run(platform, snippet.settings(), source, library, scratch);
        if (built && probe.widthsHold(Files.readAllBytes(library))) {
            return true;
        }
        Files.deleteIfExists(library);
        return false;
    }
}
