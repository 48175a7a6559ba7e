package io.github.cffi4j.compiler.nativebuild;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program that a build runs.
 *
 * @param title what it does, for people: {@code configuring}
 * @param arguments the program and its arguments
 * @param folder where it runs
 * @param environment variables besides those of every step
 */
record BuildStep(String title, List<String> arguments, Path folder, Map<String, String> environment) {
    BuildStep {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    BuildStep(String title, Path folder, List<String> arguments) {
        this(title, arguments, folder, Map.of());
    }
}
