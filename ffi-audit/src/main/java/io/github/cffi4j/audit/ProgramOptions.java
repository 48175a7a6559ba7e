package io.github.cffi4j.audit;

import io.github.cffi4j.audit.check.Allowance;
import io.github.cffi4j.audit.check.AuditSettings;
import io.github.cffi4j.audit.policy.AuditInputException;
import io.github.cffi4j.audit.policy.ByteSize;
import io.github.cffi4j.audit.policy.Check;
import io.github.cffi4j.audit.policy.Glob;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The options of the program, as {@code ffi:audit} has them as parameters.
 *
 * @param file the jar or the library
 * @param warnOnly true if findings do not fail
 * @param report the file for the report in JSON
 * @param policies the files of the user's policies
 * @param settings all other settings; the policies are not read yet
 */
record ProgramOptions(Path file, boolean warnOnly, Optional<Path> report, List<Path> policies, AuditSettings settings) {
    static final String SHOW_POLICY = "--show-policy";

    static final String USAGE = """
            usage: java -jar ffi-audit-all.jar [options] <jar or library>
                   java -jar ffi-audit-all.jar --show-policy <name>
            Audits native libraries without loading or running them.

              --report <file>     write findings and facts as JSON
              --policy <file>     a policy of your own, instead of the built-in one that it extends or replaces
              --size-budget <n>   the largest size of a library: '10 MB' (the default), '512 kB'
              --export <name>     another name that a library may export; * stands for anything
              --allow <check>     accept the findings of a check; these options after it narrow and explain it:
                --where <name>      only in a platform's libraries, or at a path in the jar; * stands for anything
                --what <detail>     only this detail; * stands for anything
                --reason <text>     why it is accepted; required
              --warn-only         exit with 0 even if there are findings
              --show-policy <name> show a built-in policy: linux-glibc, linux-musl, osx, windows, freebsd
              --help              show this

            exit codes: 0 no findings; 1 findings; 2 the file, a policy or the options are wrong
            """;

    /** Reads the arguments of a command line; throws {@link AuditInputException} for a wrong one. */
    static ProgramOptions parse(List<String> arguments) {
        return new Parser(arguments.iterator()).parse();
    }

    private static final class Parser {
        private final Iterator<String> arguments;
        private final List<Path> files = new ArrayList<>();
        private final List<Path> policies = new ArrayList<>();
        private final List<Glob> exports = new ArrayList<>();
        private final List<Allowance> allowances = new ArrayList<>();
        private Optional<Long> sizeBudget = Optional.empty();
        private Optional<Path> report = Optional.empty();
        private boolean warnOnly;
        private Optional<OpenAllowance> open = Optional.empty();

        Parser(Iterator<String> arguments) {
            this.arguments = arguments;
        }

        ProgramOptions parse() {
            while (arguments.hasNext()) {
                read(arguments.next());
            }
            close();
            if (files.size() != 1) {
                throw new AuditInputException(
                        files.isEmpty() ? "no file is given" : "more than one file is given: " + files);
            }
            AuditSettings settings = AuditSettings.none()
                    .withExports(exports)
                    .withSizeBudget(sizeBudget)
                    .withAllowances(allowances);
            return new ProgramOptions(files.get(0), warnOnly, report, List.copyOf(policies), settings);
        }

        private void read(String argument) {
            switch (argument) {
                case "--warn-only" -> warnOnly = true;
                case "--report" -> report = Optional.of(path(value(argument)));
                case "--policy" -> policies.add(path(value(argument)));
                case "--size-budget" -> sizeBudget = Optional.of(ByteSize.parse(value(argument)));
                case "--export" -> exports.add(Glob.of(value(argument)));
                case "--allow" -> {
                    close();
                    open = Optional.of(new OpenAllowance(check(value(argument))));
                }
                case "--where" -> allowance(argument).where = Glob.of(value(argument));
                case "--what" -> allowance(argument).what = Optional.of(Glob.of(value(argument)));
                case "--reason" -> allowance(argument).reason = value(argument).strip();
                default -> {
                    if (argument.startsWith("-")) {
                        throw new AuditInputException("there is no option " + argument);
                    }
                    files.add(path(argument));
                }
            }
        }

        private String value(String option) {
            if (!arguments.hasNext()) {
                throw new AuditInputException(option + " needs a value");
            }
            return arguments.next();
        }

        private OpenAllowance allowance(String option) {
            return open.orElseThrow(() -> new AuditInputException(option + " belongs after an --allow"));
        }

        private void close() {
            open.ifPresent(allowance -> allowances.add(allowance.closed()));
            open = Optional.empty();
        }

        private static Path path(String text) {
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw new AuditInputException("'" + text + "' is not a path: " + e.getReason(), e);
            }
        }

        private static Check check(String id) {
            return Check.ofId(id)
                    .orElseThrow(() ->
                            new AuditInputException("there is no check '" + id + "'; the checks are: " + Check.ids()));
        }
    }

    /** An {@code --allow} whose other options may follow. */
    private static final class OpenAllowance {
        private final Check check;
        private Glob where = Glob.of("*");
        private Optional<Glob> what = Optional.empty();
        private String reason = "";

        OpenAllowance(Check check) {
            this.check = check;
        }

        Allowance closed() {
            if (reason.isEmpty()) {
                throw new AuditInputException("--allow " + check.id() + " needs a --reason");
            }
            return new Allowance(check, where, what, reason);
        }
    }
}
