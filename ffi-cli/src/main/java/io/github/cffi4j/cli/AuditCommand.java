package io.github.cffi4j.cli;

import io.github.cffi4j.audit.AuditProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Unmatched;

/** Audits the libraries in a jar; the options are those of ffi-audit. */
@Command(
        name = "audit",
        description = "Audits native libraries without loading or running them. 'ffi audit --help' lists the options.")
final class AuditCommand implements Callable<Integer> {
    @ParentCommand
    private FfiProgram program;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        return new AuditProgram(program.out, program.err).run(arguments);
    }
}
