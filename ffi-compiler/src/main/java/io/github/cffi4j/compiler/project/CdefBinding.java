package io.github.cffi4j.compiler.project;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.compiler.compile.CompiledUnit;
import io.github.cffi4j.compiler.compile.TargetHints;
import io.github.cffi4j.compiler.emit.GlueEmitter;
import io.github.cffi4j.compiler.emit.JavaEmitter;
import io.github.cffi4j.compiler.emit.JavaTexts;
import io.github.cffi4j.compiler.emit.ReachabilityEmitter;
import io.github.cffi4j.compiler.emit.SystemRequirements;
import io.github.cffi4j.compiler.verify.BindingVerifier;
import io.github.cffi4j.compiler.verify.ClangMessage;
import io.github.cffi4j.compiler.verify.PreambleException;
import io.github.cffi4j.compiler.verify.ProbeResult;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A cdef that was read: what to ask the compilers about it, and what to write when they have answered.
 *
 * @param preamble the file the author includes headers in, as an {@code #include} finds it
 * @param included the cdefs of this module that it includes, themselves or through others
 * @param foreign whether it includes any of another module
 */
record CdefBinding(
        FfiProject project, BindingVerifier verifier, Optional<String> preamble, Set<Path> included, boolean foreign) {

    /** Writes the questions for the compilers; gives the file for each platform. */
    Map<Platform, Path> writeProbes(GeneratedFolder folder, CdefFile cdef) throws IOException {
        List<BindingVerifier.ProbeSource> probes = verifier.probeSources();
        Map<Platform, Path> sources = new EnumMap<>(Platform.class);
        for (BindingVerifier.ProbeSource probe : probes) {
            String variant =
                    probes.size() == 1 ? "" : "." + probe.platforms().iterator().next();
            // Not by the preamble's own name, or it would include itself.
            Path source = folder.write(cdef.probeName(variant), probe.text());
            probe.platforms().forEach(platform -> sources.put(platform, source));
        }
        return sources;
    }

    /**
     * What the compilers agreed with.
     *
     * @param answers of the compilers, one for each platform that was asked
     * @param zigLibrary zig's folder {@code lib}
     * @throws CdefException if a claim of the cdef does not hold
     * @throws PreambleException if the author's own C does not compile
     */
    VerifiedBinding judge(List<CompiledUnit> answers, Path zigLibrary)
            throws IOException, CdefException, PreambleException {
        Map<Platform, CompiledUnit> byPlatform = new LinkedHashMap<>();
        for (CompiledUnit answer : answers) {
            byPlatform.put(project.asked().get(byPlatform.size()), answer);
        }
        return judge(byPlatform, zigLibrary);
    }

    /** Writes the Java and the C of a binding that has C of its own. */
    void write(VerifiedBinding verified, GeneratedFolders folders, GeneratedPaths paths)
            throws IOException, CdefException {
        SystemRequirements requirements = project.requirements().of(project.systemLibraries());
        JavaTexts java = JavaEmitter.emit(verified, project.library(), requirements);
        folders.java().write(paths.java(), java.api());
        folders.java().write(paths.plumbing(), java.plumbing());
        folders.glue()
                .write(
                        paths.glue(),
                        GlueEmitter.emit(
                                verified, preamble, requirements.libraries().keySet()));
        folders.metadata().write(paths.metadata(), ReachabilityEmitter.emit(verified));
    }

    /**
     * Judges the answers of the compilers.
     *
     * @param zigLibrary zig's folder {@code lib}
     * @throws CdefException if a claim of the cdef does not hold
     * @throws PreambleException if the author's own C does not compile
     */
    VerifiedBinding judge(Map<Platform, CompiledUnit> answers, Path zigLibrary)
            throws IOException, CdefException, PreambleException {
        Map<Platform, ProbeResult> results = new LinkedHashMap<>();
        for (Map.Entry<Platform, CompiledUnit> answer : answers.entrySet()) {
            results.put(answer.getKey(), result(answer.getValue()));
        }
        return verifier.judge(results, (name, lacking) -> TargetHints.newer(name, lacking, zigLibrary));
    }

    private static ProbeResult result(CompiledUnit unit) throws IOException {
        if (unit instanceof CompiledUnit.Compiled compiled) {
            return new ProbeResult.Confirmed(Files.readAllBytes(compiled.object()));
        }
        CompiledUnit.Failed failed = (CompiledUnit.Failed) unit;
        return new ProbeResult.Refused(ClangMessage.errors(failed.output()));
    }
}
