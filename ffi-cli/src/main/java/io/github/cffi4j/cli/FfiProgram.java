package io.github.cffi4j.cli;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.compiler.importer.ImportException;
import io.github.cffi4j.compiler.module.FailureText;
import io.github.cffi4j.compiler.project.CompilationException;
import io.github.cffi4j.compiler.verify.PreambleException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The program {@code ffi}: {@code java -jar ffi-cli-all.jar build --name geo}. It exits with 0, with 1 if something is wrong with
 * the author's files or the audit has findings, with 2 for wrong options, and with 3 for any other failure.
 */
@Command(
        name = "ffi",
        mixinStandardHelpOptions = true,
        versionProvider = FfiProgram.Version.class,
        description =
                "Calls C from Java: reads headers and cdefs, and builds checked native libraries for eight platforms.",
        subcommands = {
            ImportCommand.class,
            BuildCommand.class,
            AuditCommand.class,
            ToolchainCommand.class,
            DoctorCommand.class
        })
public final class FfiProgram {
    private static final int WRONG_INPUT = 1;
    private static final int FAILURE = 3;

    @Option(
            names = "--stack-trace",
            scope = ScopeType.INHERIT,
            description = "Shows where in this program a failure came from.")
    private boolean stackTrace;

    final PrintStream out;
    final PrintStream err;

    FfiProgram(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs a command, and exits. */
    public static void main(String[] arguments) {
        System.exit(new FfiProgram(System.out, System.err).run(arguments));
    }

    int run(String... arguments) {
        CommandLine line = new CommandLine(this)
                .setOut(new PrintWriter(new StreamWriter(out), true))
                .setErr(new PrintWriter(new StreamWriter(err), true))
                .setExecutionExceptionHandler((failure, command, parsed) -> tell(failure));
        if (arguments.length == 0) {
            line.usage(err);
            return line.getCommandSpec().exitCodeOnInvalidInput();
        }
        return line.execute(arguments);
    }

    private int tell(Exception failure) {
        if (stackTrace) {
            failure.printStackTrace(err);
        }
        boolean input = failure instanceof CdefException
                || failure instanceof PreambleException
                || failure instanceof CompilationException
                || failure instanceof ImportException;
        err.println("ffi: "
                + (input ? failure.getMessage() : FailureText.of(failure, "ffi " + version(), "--stack-trace shows")));
        return input ? WRONG_INPUT : FAILURE;
    }

    /** Returns the version of this program. */
    static String version() {
        try (InputStream resource = FfiProgram.class.getResourceAsStream("version.txt")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says the version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"ffi " + version()};
        }
    }
}
