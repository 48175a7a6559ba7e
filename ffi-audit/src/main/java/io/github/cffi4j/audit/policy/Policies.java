package io.github.cffi4j.audit.policy;

import io.github.cffi4j.platform.Libc;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The policies that come with the audit. */
public final class Policies {
    private Policies() {}

    /** The policy for a C library, which tells the system too. */
    public static Policy of(Libc libc) {
        String name = libc.policy();
        return PolicyParser.parse(name, text(name) + (libc == Libc.GLIBC ? floors() : ""));
    }

    /** Architectures that glibc has known for a shorter time than the others have a later floor. */
    private static String floors() {
        return Arrays.stream(Platform.values())
                .filter(platform -> platform.libc() == Libc.GLIBC)
                .map(platform -> "floor GLIBC "
                        + platform.floor().substring("glibc ".length())
                        + " "
                        + platform.arch().classifier()
                        + "\n")
                .collect(Collectors.joining());
    }

    private static String text(String name) {
        try (InputStream resource = Policies.class.getResourceAsStream(name + ".policy")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
