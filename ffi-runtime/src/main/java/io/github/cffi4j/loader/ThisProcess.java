package io.github.cffi4j.loader;

import io.github.cffi4j.platform.Host;
import java.util.Optional;

/** The process we run in. Its properties and variables are asked for anew each time: programs set properties late. */
final class ThisProcess implements Surroundings {
    private static final ThisProcess INSTANCE = new ThisProcess(Host.current(), CurrentUser.ofThisProcess());

    private final Host host;
    private final CurrentUser user;

    private ThisProcess(Host host, CurrentUser user) {
        this.host = host;
        this.user = user;
    }

    static Surroundings get() {
        return INSTANCE;
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
        return present(System.getProperty(name));
    }

    @Override
    public Optional<String> variable(String name) {
        return present(System.getenv(name));
    }

    private static Optional<String> present(String value) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
    }
}
