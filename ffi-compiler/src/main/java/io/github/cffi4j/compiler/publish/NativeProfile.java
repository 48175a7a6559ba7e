package io.github.cffi4j.compiler.publish;

import io.github.cffi4j.platform.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A profile of a published POM. Its conditions hold together.
 *
 * @param requested the value that {@code -Dffi.platform} must have, {@link #NOT_REQUESTED} if it must not be given
 * @param host the platform the build must run on
 * @param properties what it sets
 * @param classifiers the native jars it adds
 */
public record NativeProfile(
        String id,
        String requested,
        Optional<Platform> host,
        Map<String, String> properties,
        List<String> classifiers) {
    static final String NOT_REQUESTED = "";

    /** Returns true if the profile is for builds that do not say {@code -Dffi.platform}. */
    public boolean unlessRequested() {
        return requested.equals(NOT_REQUESTED);
    }
}
