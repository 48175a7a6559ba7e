package io.github.cffi4j.compiler.project;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.emit.SupportHeaders;
import io.github.cffi4j.compiler.verify.PreambleException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The first step: cdefs to Java and C, every claim checked by every platform's compiler. */
public final class BindingGenerator {
    private final FfiProject project;

    public BindingGenerator(FfiProject project) {
        this.project = project;
    }

    /**
     * Generates all bindings of the module. Files that would not change are not written; those of cdefs that are gone are
     * deleted.
     *
     * @throws CdefException if a cdef is broken, or claims what is not true on some platform
     * @throws PreambleException if the author's own C does not compile
     * @throws CompilationException if a compiler does not take the author's flags
     */
    public GeneratedSources generate()
            throws IOException, InterruptedException, CdefException, PreambleException, CompilationException {
        List<CdefFile> cdefs = CdefFile.find(project.layout().cdefs());
        GeneratedFolders folders = GeneratedFolders.of(project.layout());
        if (!cdefs.isEmpty()) {
            JniHeader.write(project.layout());
            for (String header : SupportHeaders.GLUE) {
                folders.glue().write(header, SupportHeaders.text(header));
            }
            new GeneratedFolder(project.layout().probes())
                    .write(SupportHeaders.PROBE, SupportHeaders.text(SupportHeaders.PROBE));
            List<Diagnostic> errors = new ArrayList<>();
            CdefReader reader = new CdefReader(project);
            // All cdefs share the threads: the next is read while the compilers look at the one before.
            try (UnitCompiler compiler = new UnitCompiler(project.toolchain());
                    Workers workers = new Workers(project.threads())) {
                List<CdefBuild> builds = new ArrayList<>();
                for (CdefFile cdef : cdefs) {
                    CdefBuild build = new CdefBuild(project, cdefs, cdef, reader, compiler);
                    build.start(workers);
                    builds.add(build);
                }
                for (CdefBuild build : builds) {
                    try {
                        build.finish(folders);
                    } catch (CdefException broken) {
                        errors.addAll(broken.diagnostics());
                    }
                }
            }
            if (!errors.isEmpty()) {
                throw new CdefException(errors);
            }
        }
        folders.deleteOthers();
        return new GeneratedSources(cdefs.size(), folders.java().changed());
    }
}
