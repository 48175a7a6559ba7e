package io.github.cffi4j.audit;

import io.github.cffi4j.audit.check.AuditSettings;
import io.github.cffi4j.audit.policy.AuditInputException;
import io.github.cffi4j.audit.policy.Policies;
import io.github.cffi4j.audit.report.FindingText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The audit as a program: {@code java -jar ffi-audit-all.jar some.jar}. */
public final class AuditProgram {
    private static final int CLEAN = 0;
    private static final int FINDINGS = 1;
    private static final int NOT_AUDITED = 2;

    private final PrintStream out;
    private final PrintStream err;

    /** A program that prints the report to one stream, and wrong options to the other. */
    public AuditProgram(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Prints the report, and exits with 0 if nothing fails, 1 if there are findings, 2 if nothing could be audited. */
    public static void main(String[] arguments) {
        System.exit(new AuditProgram(System.out, System.err).run(List.of(arguments)));
    }

    /**
     * Runs with the arguments of a command line.
     *
     * @return what to exit with: 0 if nothing fails, 1 if there are findings, 2 if nothing could be audited
     */
    public int run(List<String> arguments) {
        if (arguments.contains("--help")) {
            out.print(ProgramOptions.USAGE);
            return CLEAN;
        }
        ProgramOptions options;
        try {
            if (arguments.size() == 2 && arguments.get(0).equals(ProgramOptions.SHOW_POLICY)) {
                out.print(Policies.text(arguments.get(1)));
                return CLEAN;
            }
            options = ProgramOptions.parse(arguments);
        } catch (AuditInputException e) {
            err.println("ffi-audit: " + e.getMessage());
            err.print(ProgramOptions.USAGE);
            return NOT_AUDITED;
        }
        try {
            return audit(options);
        } catch (IOException | AuditInputException e) {
            err.println("ffi-audit: " + reason(e));
        } catch (RuntimeException | OutOfMemoryError e) {
            // The JVM itself would exit as for findings.
            err.println("ffi-audit: a fault of the audit, please report it:");
            e.printStackTrace(err);
        }
        return NOT_AUDITED;
    }

    private int audit(ProgramOptions options) throws IOException {
        AuditSettings settings = options.settings().withPolicies(Policies.read(options.policies()));
        AuditResult result = AuditResult.of(AuditSubjects.ofFile(options.file()), settings);
        if (options.report().isPresent()) {
            Path report = options.report().get();
            Files.createDirectories(report.toAbsolutePath().getParent());
            Files.writeString(report, result.json());
        }
        result.table().forEach(out::println);
        for (FindingText.Told told : result.findings()) {
            if (!told.allowed()) {
                out.println((told.failing() && !options.warnOnly() ? "error: " : "warning: ") + told.text());
            }
        }
        result.idle()
                .forEach(
                        allowance -> out.println(
                                "warning: --allow " + allowance.check().id() + " --where '"
                                        + allowance.where().text()
                                        + "' allows nothing that was found; remove it, or the next such finding passes unseen"));
        if (!result.failing()) {
            return CLEAN;
        }
        out.println("the audit has " + result.summary());
        return options.warnOnly() ? CLEAN : FINDINGS;
    }

    /** Java's own message is often the path alone. */
    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        } else if (e instanceof AccessDeniedException denied) {
            return "no permission to read or write " + denied.getFile();
        }
        return e.getMessage();
    }
}
