package io.github.cffi4j.compiler.project;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.emit.LibraryCheck;
import io.github.cffi4j.compiler.emit.SupportHeaders;
import io.github.cffi4j.compiler.emit.SystemRequirements;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.compiler.verify.PreambleException;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
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
        if (project.mode() == BindingMode.ABI) {
            requireNoSources();
        }
        if (!cdefs.isEmpty()) {
            for (String header : SupportHeaders.GLUE) {
                folders.glue().write(header, SupportHeaders.text(header));
            }
            inParallel(cdefs, build -> build.finish(folders));
        }
        folders.deleteOthers();
        requireUse(project.requirements());
        if (project.mode() == BindingMode.ABI) {
            project.progress()
                    .message("<mode>abi</mode>: no native code; " + Text.count(cdefs.size(), "cdef")
                            + " checked, with the layouts and names of "
                            + Text.count(project.asked().size(), "platform"));
        }
        return new GeneratedSources(cdefs.size(), folders.java().changed());
    }

    /**
     * Checks all bindings as {@link #generate} does, for a user who has another way to call C. Writes no Java and no glue.
     *
     * @throws CdefException as {@link #generate} does
     * @throws PreambleException as {@link #generate} does
     * @throws CompilationException as {@link #generate} does
     */
    public void check()
            throws IOException, InterruptedException, CdefException, PreambleException, CompilationException {
        inParallel(CdefFile.find(project.layout().cdefs()), CdefBuild::check);
    }

    /** The last step of a cdef's build. */
    @FunctionalInterface
    private interface LastStep {
        void run(CdefBuild build)
                throws IOException, InterruptedException, CdefException, PreambleException, CompilationException;
    }

    private void inParallel(List<CdefFile> cdefs, LastStep last)
            throws IOException, InterruptedException, CdefException, PreambleException, CompilationException {
        JniHeader.write(project.layout());
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
                    last.run(build);
                } catch (CdefException broken) {
                    errors.addAll(broken.diagnostics());
                }
            }
        }
        if (!errors.isEmpty()) {
            throw new CdefException(errors);
        }
    }

    /** A name that no cdef has would never be asked for. */
    private void requireUse(SystemRequirements requirements) throws IOException {
        if (requirements.equals(SystemRequirements.none())) {
            return;
        }
        List<String> declared = CdefVariables.andFunctions(project);
        for (String pattern : requirements.names()) {
            if (declared.stream().noneMatch(name -> SystemRequirements.matches(pattern, name))) {
                throw new WrongSettingException("<requiredNames>: no cdef declares '" + pattern + "'");
            }
        }
        for (LibraryCheck check : requirements.checks()) {
            if (!declared.contains(check.function())) {
                throw new WrongSettingException("<libraryChecks>: no cdef declares the function of '" + check
                        + "'; declare it, so that the compilers check its type");
            }
        }
    }

    /** C of the author's own would be lost without a word. */
    private void requireNoSources() throws IOException {
        List<Path> own = SourceFile.find(project.layout()).stream()
                .filter(source -> !source.glue())
                .map(SourceFile::path)
                .toList();
        if (!own.isEmpty()) {
            throw new WrongSettingException("<mode>abi</mode> compiles no C, and there is " + own.get(0)
                    + "; fix: remove it, or set <mode>api</mode>");
        }
        for (Platform platform : project.platforms()) {
            if (platform.arch().bits() < Long.SIZE) {
                throw new WrongSettingException("<mode>abi</mode> needs java.lang.foreign, which no JVM has on "
                        + platform.classifier() + "; fix: leave it out of <platforms>, or set <mode>api</mode>");
            }
        }
    }
}
