package io.github.cffi4j.compiler.publish;

import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dependencies of a published POM on the library's own native jars.
 *
 * <p>Maven has no condition in a dependency, but a dependency's classifier may be a property, and profiles of a published POM
 * may set properties. A value of {@code -Dffi.platform} that the library knows nothing of changes nothing, so a build never
 * fails for a platform that one of its libraries lacks.
 *
 * @param properties the classifier of each native jar, by property
 * @param classifiers the classifiers of the dependencies, as references to these properties
 * @param profiles what narrows them
 */
public record NativeDependencies(
        Map<String, String> properties, List<String> classifiers, List<NativeProfile> profiles) {
    /** The system property that narrows them: a classifier, {@code host} or {@code all}. */
    public static final String REQUEST = "ffi.platform";

    private static final String HOST = "host";
    private static final String ALL = "all";

    /** For a library that has native jars for these platforms. */
    public static NativeDependencies of(Natives natives, List<Platform> platforms) {
        return switch (natives) {
            case ALL -> all(platforms);
            case HOST -> host(platforms);
            case NONE -> new NativeDependencies(Map.of(), List.of(), List.of());
        };
    }

    /**
     * The native jars that these dependencies bring to a build: what its profiles choose. For modules of the same build, where Maven
     * asks no published POM.
     *
     * @param request the value of {@code -Dffi.platform}
     * @param host the platform of the machine that builds, if it is known
     */
    public static List<Platform> chosen(
            Natives natives, List<Platform> platforms, Optional<String> request, Optional<Platform> host) {
        String wanted = request.orElse(natives == Natives.HOST ? HOST : ALL);
        List<Platform> named = platforms.stream()
                .filter(platform -> wanted.equals(HOST)
                        ? host.equals(Optional.of(platform))
                        : platform.classifier().equals(wanted))
                .toList();
        return switch (natives) {
            case ALL -> named.isEmpty() ? platforms : named;
            case HOST -> wanted.equals(ALL) ? platforms : named;
            case NONE -> List.of();
        };
    }

    private static NativeDependencies all(List<Platform> platforms) {
        Map<String, String> properties = new LinkedHashMap<>();
        platforms.forEach(platform -> properties.put(property(platform), platform.classifier()));
        List<NativeProfile> profiles = new ArrayList<>();
        for (Platform platform : platforms) {
            // All dependencies become the same one, which Maven takes once.
            Map<String, String> only = new LinkedHashMap<>(properties);
            only.replaceAll((property, classifier) -> platform.classifier());
            profiles.add(new NativeProfile(
                    "ffi-" + platform.classifier(), platform.classifier(), Optional.empty(), only, List.of()));
            profiles.add(new NativeProfile(
                    "ffi-host-" + platform.classifier(), HOST, Optional.of(platform), only, List.of()));
        }
        return new NativeDependencies(
                properties,
                platforms.stream()
                        .map(platform -> "${" + property(platform) + "}")
                        .toList(),
                profiles);
    }

    private static NativeDependencies host(List<Platform> platforms) {
        List<NativeProfile> profiles = new ArrayList<>();
        for (Platform platform : platforms) {
            List<String> one = List.of(platform.classifier());
            profiles.add(new NativeProfile(
                    "ffi-" + platform.classifier(), platform.classifier(), Optional.empty(), Map.of(), one));
            profiles.add(
                    new NativeProfile("ffi-host-" + platform.classifier(), HOST, Optional.of(platform), Map.of(), one));
            profiles.add(new NativeProfile(
                    "ffi-default-" + platform.classifier(),
                    NativeProfile.NOT_REQUESTED,
                    Optional.of(platform),
                    Map.of(),
                    one));
        }
        profiles.add(new NativeProfile(
                "ffi-all",
                ALL,
                Optional.empty(),
                Map.of(),
                platforms.stream().map(Platform::classifier).toList()));
        return new NativeDependencies(Map.of(), List.of(), profiles);
    }

    private static String property(Platform platform) {
        return "ffi.natives." + platform.classifier();
    }
}
