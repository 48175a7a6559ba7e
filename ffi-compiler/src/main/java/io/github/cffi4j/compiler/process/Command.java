package io.github.cffi4j.compiler.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A program call: what to run, where, with which environment and for how long at most. Immutable.
 *
 * @param arguments the program and its arguments, passed on as they are, without a shell
 * @param directory the working directory; empty means that of this process
 * @param environment variables set over those of this process
 * @param inherited the names of the variables of this process that the program sees
 * @param timeLimit after this the whole process tree is killed
 * @param reader reads the standard output in place of the result, which then has none of it
 * @param merged whether the standard error goes into the standard output, in the order of the lines
 */
public record Command(
        List<String> arguments,
        Optional<Path> directory,
        Map<String, String> environment,
        Predicate<String> inherited,
        Duration timeLimit,
        Optional<OutputReader> reader,
        boolean merged) {

    /** The time limit of a command that sets none: generous, yet no build hangs for ever. */
    public static final Duration DEFAULT_TIME_LIMIT = Duration.ofMinutes(10);

    public Command {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("a command needs at least the name of a program");
        }
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("the time limit must be positive, not " + timeLimit);
        }
    }

    /** A command in this process's directory and environment, with the default time limit. */
    public static Command of(List<String> arguments) {
        return new Command(
                arguments, Optional.empty(), Map.of(), name -> true, DEFAULT_TIME_LIMIT, Optional.empty(), false);
    }

    /** {@link #of(List)} with the arguments one by one. */
    public static Command of(String... arguments) {
        return of(List.of(arguments));
    }

    /** The same command, run in another directory. */
    public Command in(Path newDirectory) {
        return new Command(arguments, Optional.of(newDirectory), environment, inherited, timeLimit, reader, merged);
    }

    /** The same command with one more environment variable. */
    public Command with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Command(arguments, directory, more, inherited, timeLimit, reader, merged);
    }

    /** The same command with more environment variables. */
    public Command with(Map<String, String> variables) {
        Map<String, String> more = new HashMap<>(environment);
        more.putAll(variables);
        return new Command(arguments, directory, more, inherited, timeLimit, reader, merged);
    }

    /** The same command, which sees fewer variables of this process. */
    public Command inheriting(Predicate<String> names) {
        return new Command(arguments, directory, environment, inherited.and(names), timeLimit, reader, merged);
    }

    /** The same command with another time limit. */
    public Command within(Duration newTimeLimit) {
        return new Command(arguments, directory, environment, inherited, newTimeLimit, reader, merged);
    }

    /** The same command, whose standard output is read while it runs. */
    public Command readBy(OutputReader newReader) {
        return new Command(arguments, directory, environment, inherited, timeLimit, Optional.of(newReader), merged);
    }

    /** The same command, whose standard output also has what it writes to the standard error. */
    public Command merging() {
        return new Command(arguments, directory, environment, inherited, timeLimit, reader, true);
    }

    /** The program: the first of the arguments. */
    public String program() {
        return arguments.get(0);
    }

    /** The command line for people to read; parts with blanks are quoted. */
    public String line() {
        return String.join(
                " ",
                arguments.stream()
                        .map(part -> part.isEmpty() || part.contains(" ") ? "'" + part + "'" : part)
                        .toList());
    }
}
