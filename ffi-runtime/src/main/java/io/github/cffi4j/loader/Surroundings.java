package io.github.cffi4j.loader;

import io.github.cffi4j.platform.Host;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * All that the loader asks of the process it runs in.
 *
 * @param host the machine
 * @param properties the system properties; {@code null} for those not set
 * @param environment the environment variables; {@code null} for those not set
 * @param users who this process is, to the file system; more than one where it is told in several ways
 */
record Surroundings(
        Host host,
        UnaryOperator<String> properties,
        UnaryOperator<String> environment,
        Supplier<Set<UserPrincipal>> users) {
    static Surroundings ofThisProcess() {
        return new Surroundings(Host.current(), System::getProperty, System::getenv, Surroundings::currentUsers);
    }

    Optional<String> property(String name) {
        return Optional.ofNullable(properties.apply(name)).filter(value -> !value.isBlank());
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
    }

    /** Java has no getuid. Linux shows the user on the process itself; elsewhere the user's name has to do. */
    private static Set<UserPrincipal> currentUsers() {
        Set<UserPrincipal> users = new HashSet<>();
        try {
            users.add(Files.getOwner(Path.of("/proc/self")));
        } catch (IOException e) {
            // No Linux, or a jail without /proc.
        }
        try {
            users.add(FileSystems.getDefault()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName(System.getProperty("user.name")));
        } catch (IOException e) {
            // A container may run as a number that has no name.
        }
        return users;
    }
}
