package io.github.cffi4j.internal.loader;

import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.HostFacts;
import io.github.cffi4j.platform.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Surroundings that a test makes up. */
final class FakeSurroundings extends Surroundings {
    final Map<String, String> properties = new HashMap<>();
    final Map<String, String> environment = new HashMap<>();
    Host host = host("Linux", "amd64");
    CurrentUser user;

    /** A Linux machine with a home and a temporary folder below a folder that belongs to this user. */
    FakeSurroundings(Path folder) throws IOException {
        properties.put("user.home", folder.resolve("home").toString());
        properties.put("java.io.tmpdir", folder.resolve("tmp").toString());
        user = new CurrentUser(FileFacts.of(folder).owner(), "ada");
    }

    @Override
    public String classifier() {
        return host.candidateName();
    }

    @Override
    public Host host() {
        return host;
    }

    @Override
    public CurrentUser user() {
        return user;
    }

    @Override
    public Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    static Host host(String osName, String osArch) {
        return host(osName, osArch, "", Map.of());
    }

    /** A host whose files and variables are these. */
    static Host host(String osName, String osArch, String mappings, Map<String, String> answers) {
        Machine machine = new Machine() {
            @Override
            public Optional<String> text(String file) {
                return Optional.ofNullable(answers.get(file));
            }

            @Override
            public Optional<String> variable(String name) {
                return Optional.ofNullable(answers.get(name));
            }
        };
        return Host.detect(new HostFacts(osName, osArch, "25", mappings, machine));
    }
}
