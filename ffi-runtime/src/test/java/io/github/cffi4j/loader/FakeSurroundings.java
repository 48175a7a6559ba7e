package io.github.cffi4j.loader;

import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.HostFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Surroundings that a test makes up. */
final class FakeSurroundings {
    final Map<String, String> properties = new HashMap<>();
    final Map<String, String> environment = new HashMap<>();
    Host host = host("Linux", "amd64");
    Supplier<Set<UserPrincipal>> users;

    /** A Linux machine with a home and a temporary folder below a folder that belongs to this user. */
    FakeSurroundings(Path folder) {
        properties.put("user.home", folder.resolve("home").toString());
        properties.put("user.name", "ada");
        properties.put("java.io.tmpdir", folder.resolve("tmp").toString());
        users = () -> {
            try {
                return Set.of(Files.getOwner(folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    Surroundings get() {
        return new Surroundings(host, properties::get, environment::get, users);
    }

    static Host host(String osName, String osArch) {
        return Host.detect(new HostFacts(osName, osArch, "25", List::of, mappings -> Optional.of("2.39")));
    }
}
