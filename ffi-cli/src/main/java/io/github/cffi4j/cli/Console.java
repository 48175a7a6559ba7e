package io.github.cffi4j.cli;

import io.github.cffi4j.compiler.fetch.Progress;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** The terminal: results go to the standard output, warnings to the other one. */
record Console(CommandSpec command) {
    void say(String line) {
        command.commandLine().getOut().println(line);
    }

    Progress progress() {
        return this::say;
    }

    Progress warnings() {
        PrintWriter err = command.commandLine().getErr();
        return line -> err.println("warning: " + line);
    }
}
