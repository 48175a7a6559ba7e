package io.github.cffi4j.audit.policy;

import io.github.cffi4j.platform.Libc;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The policies that come with the audit. */
public final class Policies {
    private Policies() {}

    /** The policy for a C library, which tells the system too. */
    public static Policy of(Libc libc) {
        return read(
                switch (libc) {
                    case GLIBC -> "linux-glibc";
                    case MUSL -> "linux-musl";
                    case LIBSYSTEM -> "osx";
                    case UCRT -> "windows";
                    case FREEBSD -> "freebsd";
                });
    }

    private static Policy read(String name) {
        try (InputStream resource = Policies.class.getResourceAsStream(name + ".policy")) {
            return PolicyParser.parse(name, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
