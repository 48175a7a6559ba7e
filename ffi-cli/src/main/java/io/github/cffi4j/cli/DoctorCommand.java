package io.github.cffi4j.cli;

import io.github.cffi4j.compiler.zig.ZigResolver.Survey;
import io.github.cffi4j.internal.loader.Doctor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what a build and the loader see of this machine. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what a build and the loader see of this machine. Fetches and changes nothing.")
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ZigOptions zig;

    @Override
    public Integer call() throws Exception {
        Console console = new Console(command);
        console.say("ffi " + FfiProgram.version() + ", Java " + System.getProperty("java.version"));
        console.say("cache: " + zig.cache().root());
        for (Survey survey :
                zig.locator(console.progress(), console.warnings()).resolver().survey()) {
            console.say("zig, " + survey.source() + ": " + survey.answer().strip());
        }
        console.say("");
        Doctor.report().lines().forEach(console::say);
        return 0;
    }
}
