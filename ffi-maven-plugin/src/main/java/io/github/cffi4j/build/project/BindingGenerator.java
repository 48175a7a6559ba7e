package io.github.cffi4j.build.project;

import io.github.cffi4j.build.compile.CompileUnit;
import io.github.cffi4j.build.compile.CompiledUnit;
import io.github.cffi4j.build.compile.UnitCompiler;
import io.github.cffi4j.build.emit.GlueEmitter;
import io.github.cffi4j.build.emit.JavaEmitter;
import io.github.cffi4j.build.resolve.ResolvedBinding;
import io.github.cffi4j.build.verify.BindingVerifier;
import io.github.cffi4j.build.verify.ClangMessage;
import io.github.cffi4j.build.verify.PreambleException;
import io.github.cffi4j.build.verify.ProbeResult;
import io.github.cffi4j.build.verify.VerifiedBinding;
import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The first step: cdefs to Java and C, every claim checked by every platform's compiler. */
public final class BindingGenerator {
    private static final String GLUE_HEADER = "ffi_glue.h";

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
     */
    public GeneratedSources generate() throws IOException, InterruptedException, CdefException, PreambleException {
        List<CdefFile> cdefs = CdefFile.find(project.layout().cdefs());
        GeneratedFolder java = new GeneratedFolder(project.layout().java());
        GeneratedFolder glue = new GeneratedFolder(project.layout().glue());
        GeneratedFolder shipped = new GeneratedFolder(project.layout().classes().resolve(IncludableCdefs.SHIPPED));
        if (!cdefs.isEmpty()) {
            glue.write(GLUE_HEADER, glueHeader());
            UnitCompiler compiler = new UnitCompiler(project.compiler().get(), project.zigCache(), project.runner());
            BindingReader reader = new BindingReader(
                    new IncludableCdefs(project.layout().cdefs(), project.dependencies()), project.progress());
            List<Diagnostic> errors = new ArrayList<>();
            for (CdefFile cdef : cdefs) {
                try {
                    VerifiedBinding verified = verify(reader.read(cdef), cdef, compiler);
                    String path = cdef.binaryName().replace('.', '/');
                    java.write(path + ".java", JavaEmitter.emit(verified, project.library()));
                    glue.write(cdef.glueName(), GlueEmitter.emit(verified, preamble(cdef)));
                    shipped.write(cdef.includePath(), cdef.text());
                } catch (CdefException broken) {
                    errors.addAll(broken.diagnostics());
                }
            }
            if (!errors.isEmpty()) {
                throw new CdefException(errors);
            }
        }
        java.deleteOthers();
        shipped.deleteOthers();
        glue.deleteOthers();
        return new GeneratedSources(cdefs.size(), java.changed());
    }

    private VerifiedBinding verify(ResolvedBinding binding, CdefFile cdef, UnitCompiler compiler)
            throws IOException, InterruptedException, CdefException, PreambleException {
        BindingVerifier verifier = new BindingVerifier(binding, preamble(cdef));
        GeneratedFolder probes = new GeneratedFolder(project.layout().probes());
        // Not the preamble's own name, or it would include itself.
        Path source = probes.write(cdef.probeName(), verifier.probeText());
        List<CompletableFuture<CompiledUnit>> compiling = new ArrayList<>();
        Map<Platform, ProbeResult> results = new LinkedHashMap<>();
        try (Workers workers = new Workers(project.threads())) {
            for (Platform platform : project.platforms()) {
                CompileUnit unit = new CompileUnit(
                        platform,
                        UnitSettings.forGlue(project, platform, cdef.path().getParent()),
                        project.layout().base(),
                        source,
                        project.layout().objects(platform).resolve("probe-" + cdef.binaryName() + ".o"));
                compiling.add(workers.start(() -> compiler.compile(unit)));
            }
            for (CompiledUnit unit : Workers.await(compiling)) {
                results.put(project.platforms().get(results.size()), result(unit));
            }
        }
        return verifier.judge(results);
    }

    private static ProbeResult result(CompiledUnit unit) throws IOException {
        if (unit instanceof CompiledUnit.Compiled compiled) {
            return new ProbeResult.Confirmed(Files.readAllBytes(compiled.object()));
        }
        CompiledUnit.Failed failed = (CompiledUnit.Failed) unit;
        List<ClangMessage> errors = ClangMessage.errors(failed.output());
        if (errors.isEmpty()) {
            throw new IOException(
                    "zig failed for " + failed.unit().platform() + " and did not say why:\n" + failed.output());
        }
        return new ProbeResult.Refused(errors);
    }

    private static Optional<String> preamble(CdefFile cdef) {
        return cdef.preamble().map(file -> file.getFileName().toString());
    }

    private static String glueHeader() throws IOException {
        try (InputStream resource = GlueEmitter.class.getResourceAsStream(GLUE_HEADER)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
