package io.github.cffi4j.loader;

import io.github.cffi4j.platform.Host;
import java.util.Optional;

/** All that the loader asks of the process it runs in. Tests make up their own. */
interface Surroundings {
    /** The machine. */
    Host host();

    /** Who this process is, to the file system. */
    CurrentUser user();

    /** A system property; empty if not set or blank. */
    Optional<String> property(String name);

    /** An environment variable; empty if not set or blank. */
    Optional<String> variable(String name);

    /** A setting of ours: the system property of that name, or else the environment variable of the like name. */
    default Optional<Setting> setting(String property) {
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
}
