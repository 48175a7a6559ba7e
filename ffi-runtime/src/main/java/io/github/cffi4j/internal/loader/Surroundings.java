package io.github.cffi4j.internal.loader;

import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.HostClassifier;
import java.util.Optional;

/**
 * All that the loader asks of the process it runs in. Tests make up their own. Its properties and variables are asked for
 * anew each time: programs set properties late.
 */
class Surroundings {
    static final Surroundings OF_THIS_PROCESS = new Surroundings();

    private final String classifier = HostClassifier.current();
    private final CurrentUser user = CurrentUser.ofThisProcess();

    /** What the classifier of the machine is, or would be. A start that goes well asks for no more of it. */
    String classifier() {
        return classifier;
    }

    /** The machine, for messages. */
    Host host() {
        return Host.current();
    }

    /** Who this process is, to the file system. */
    CurrentUser user() {
        return user;
    }

    /** A system property; empty if not set or blank. */
    Optional<String> property(String name) {
        return present(System.getProperty(name));
    }

    /** An environment variable; empty if not set or blank. */
    Optional<String> variable(String name) {
        return present(System.getenv(name));
    }

    /** A setting of ours: the system property of that name, or else the environment variable of the like name. */
    final Optional<Setting> setting(String property) {
        Optional<String> value = property(property);
        if (value.isPresent()) {
            return Optional.of(new Setting("-D" + property, value.get()));
        }
        String name = variableOf(property);
        Optional<String> other = variable(name);
        return other.isPresent()
                ? Optional.of(new Setting("the environment variable " + name, other.get()))
                : Optional.empty();
    }

    /** The name of the environment variable for a property: {@code CFFI4J_GEO_PATH} for {@code cffi4j.geo.path}. */
    static String variableOf(String property) {
        StringBuilder name = new StringBuilder(property.length());
        for (int i = 0; i < property.length(); i++) {
            char c = property.charAt(i);
            name.append(Character.isLetterOrDigit(c) ? Character.toUpperCase(c) : '_');
        }
        return name.toString();
    }

    private static Optional<String> present(String value) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
    }
}
