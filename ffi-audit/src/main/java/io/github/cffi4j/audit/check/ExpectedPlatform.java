package io.github.cffi4j.audit.check;

import io.github.cffi4j.platform.Libc;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.util.Optional;

/**
 * The platform of a library according to its place.
 *
 * @param source where that was read, for people: {@code "classifier linux-x86_64"}
 * @param machine as os-maven-plugin names it
 */
public record ExpectedPlatform(
        String source, Optional<OperatingSystem> os, Optional<String> machine, Optional<Libc> libc) {

    /** A platform of the build, of which all is known. */
    public static ExpectedPlatform of(Platform platform) {
        return new ExpectedPlatform(
                "classifier " + platform.classifier(),
                Optional.of(platform.os()),
                Optional.of(platform.arch().classifier()),
                Optional.of(platform.libc()));
    }

    /** Nothing is known. */
    public static ExpectedPlatform unknown() {
        return new ExpectedPlatform("", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
