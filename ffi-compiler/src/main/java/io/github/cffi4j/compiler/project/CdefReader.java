package io.github.cffi4j.compiler.project;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.IncludedTexts;
import io.github.cffi4j.compiler.emit.crossing.GlueNeeds;
import io.github.cffi4j.compiler.naming.NamedBinding;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.compiler.verify.BindingVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads cdefs one after the other, and notes for each what else it was made from. */
final class CdefReader {
    private final FfiProject project;
    private final BindingReader bindings;
    private final Set<Path> included = new LinkedHashSet<>();
    private boolean foreign;

    CdefReader(FfiProject project) {
        this.project = project;
        IncludedTexts texts = new IncludableCdefs(project.layout().cdefs(), project.dependencies());
        this.bindings = new BindingReader(
                (includer, written) -> noted(texts.find(includer, written)),
                Set.copyOf(project.platforms()),
                project.progress());
    }

    /**
     * @throws CdefException if it is broken
     */
    CdefBinding read(CdefFile cdef) throws IOException, CdefException {
        included.clear();
        foreign = false;
        Trace.Running time = project.trace().start("read cdef", cdef.name());
        Optional<String> preamble =
                cdef.preamble().map(file -> file.getFileName().toString());
        NamedBinding read = bindings.read(cdef);
        if (project.mode() == BindingMode.ABI) {
            List<Diagnostic> refused = GlueNeeds.of(read.binding());
            if (!refused.isEmpty()) {
                throw new CdefException(refused);
            }
        }
        BindingVerifier verifier = new BindingVerifier(read, preamble);
        time.done();
        return new CdefBinding(project, verifier, preamble, Set.copyOf(included), foreign);
    }

    private Optional<IncludedTexts.IncludedText> noted(Optional<IncludedTexts.IncludedText> found) {
        found.ifPresent(text -> {
            Path file = project.layout().cdefs().resolve(text.path());
            if (Files.isRegularFile(file)) {
                included.add(file);
            } else {
                foreign = true;
            }
        });
        return found;
    }
}
