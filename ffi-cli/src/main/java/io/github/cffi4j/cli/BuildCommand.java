package io.github.cffi4j.cli;

import io.github.cffi4j.compiler.module.CompileRequest;
import io.github.cffi4j.compiler.module.FfiModule;
import io.github.cffi4j.compiler.module.GenerateRequest;
import io.github.cffi4j.compiler.module.GenerateResult;
import io.github.cffi4j.compiler.module.PackRequest;
import io.github.cffi4j.compiler.module.PackResult;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Generates Java from cdefs, compiles the libraries of all platforms, and packs a jar for each. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Generates Java from cdefs, compiles the libraries of all platforms, and packs a jar for each.")
final class BuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ModuleOptions options;

    @Override
    public Integer call() throws Exception {
        Console console = new Console(command);
        FfiProject project = options.project(console);
        FfiModule module = options.module(project, console);
        GenerateResult generated = module.generate(new GenerateRequest(List.of()));
        console.say(Text.count(generated.cdefs(), "cdef") + " verified on "
                + Text.count(project.asked().size(), "platform") + (generated.changed() ? "" : ", unchanged"));
        module.compile(new CompileRequest(options.out().resolve("test-classes")));
        Path jars = Files.createDirectories(options.out().resolve("jars"));
        PackResult packed = module.pack(new PackRequest(jars, options.jarName(), List.of()));
        console.say("");
        console.say("Java sources:    " + generated.java() + "  (compile them with ffi-runtime " + FfiProgram.version()
                + ")");
        console.say("resources:       " + project.layout().classes() + "  (they go into the jar of these classes)");
        if (!packed.jars().isEmpty()) {
            console.say("native jars:     " + jars);
        }
        return 0;
    }
}
