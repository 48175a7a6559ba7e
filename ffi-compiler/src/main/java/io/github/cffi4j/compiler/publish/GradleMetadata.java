package io.github.cffi4j.compiler.publish;

import io.github.cffi4j.audit.json.JsonText;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A module's {@code .module} file, in Gradle Module Metadata 1.1. It says to Gradle what the published POM says to Maven, and
 * offers one platform's native jar alone under a capability of its own: attributes in the usual variants would make every
 * configuration that does not set them ambiguous.
 *
 * <p>See docs/decisions/0014-gradle-metadata.md.
 *
 * @param javaVersion the oldest Java that can use the module, if it is known
 * @param natives the native jars, by platform
 * @param byDefault whether a plain dependency brings them
 */
public record GradleMetadata(
        String group,
        String artifact,
        String version,
        Optional<Integer> javaVersion,
        PublishedFile main,
        Map<Platform, PublishedFile> natives,
        boolean byDefault,
        List<PublishedDependency> dependencies) {
    /** The comment in a POM that makes Gradle looks for a {@code .module} file beside it. */
    public static final String MARKER = "do_not_remove: published-with-gradle-metadata";

    /** Our word for the C library, which Gradle has none for. */
    static final String LIBC = "io.github.cffi4j.libc";

    /** Its text; the same module gives the same. */
    public String text() {
        List<PublishedFile> all = new ArrayList<>(List.of(main));
        if (byDefault) {
            all.addAll(natives.values());
        }
        List<Object> capability = List.of(ordered("group", group, "name", artifact + "-natives", "version", version));
        List<Object> variants = new ArrayList<>();
        variants.add(variant("apiElements", attributes("java-api"), List.of(main), Optional.empty()));
        variants.add(variant("runtimeElements", attributes("java-runtime"), all, Optional.empty()));
        variants.add(variant("nativesApiElements", attributes("java-api"), List.of(main), Optional.of(capability)));
        natives.forEach((platform, file) -> {
            Map<String, Object> attributes = attributes("java-runtime");
            attributes.putAll(attributes(platform));
            variants.add(variant(
                    platform.classifier() + "RuntimeElements",
                    attributes,
                    List.of(main, file),
                    Optional.of(capability)));
        });
        Map<String, Object> component = ordered("group", group, "module", artifact, "version", version);
        component.put("attributes", Map.of("org.gradle.status", "release"));
        return JsonText.of(
                ordered("formatVersion", "1.1", "component", component, "createdBy", Map.of(), "variants", variants));
    }

    private Map<String, Object> variant(
            String name,
            Map<String, Object> attributes,
            List<PublishedFile> files,
            Optional<List<Object>> capabilities) {
        boolean api = "java-api".equals(attributes.get("org.gradle.usage"));
        List<Map<String, Object>> needed = dependencies.stream()
                .filter(dependency -> dependency.compile() || !api)
                .map(GradleMetadata::dependency)
                .toList();
        return ordered(
                "name", name,
                "attributes", attributes,
                "dependencies", needed.isEmpty() ? Optional.empty() : needed,
                "files", files.stream().map(GradleMetadata::file).toList(),
                "capabilities", capabilities);
    }

    private Map<String, Object> attributes(String usage) {
        Map<String, Object> attributes = ordered(
                "org.gradle.category", "library",
                "org.gradle.dependency.bundling", "external",
                "org.gradle.libraryelements", "jar",
                "org.gradle.usage", usage);
        javaVersion.ifPresent(number -> attributes.put("org.gradle.jvm.version", number));
        return attributes;
    }

    private static Map<String, Object> attributes(Platform platform) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("org.gradle.native.operatingSystem", platform.os().gradleName());
        attributes.put("org.gradle.native.architecture", platform.arch().gradleName());
        if (platform.os() == OperatingSystem.LINUX) {
            attributes.put(LIBC, platform.libc().name().toLowerCase(Locale.ROOT));
        }
        return attributes;
    }

    private static Map<String, Object> dependency(PublishedDependency from) {
        List<Object> excludes = new ArrayList<>();
        from.exclusions()
                .forEach(
                        exclusion -> excludes.add(ordered("group", exclusion.group(), "module", exclusion.artifact())));
        Map<String, Object> dependency = ordered(
                "group", from.group(),
                "module", from.artifact(),
                "version", Map.of("requires", from.version()),
                "excludes", excludes.isEmpty() ? Optional.empty() : excludes);
        if (from.classifier().isPresent() || !from.type().equals("jar")) {
            dependency.put(
                    "thirdPartyCompatibility",
                    Map.of(
                            "artifactSelector",
                            ordered(
                                    "name", from.artifact(),
                                    "type", from.type(),
                                    "extension", from.type(),
                                    "classifier", from.classifier())));
        }
        return dependency;
    }

    private static Map<String, Object> file(PublishedFile from) {
        Map<String, Object> file = ordered("name", from.name(), "url", from.name(), "size", from.size());
        file.putAll(from.hashes());
        return file;
    }

    /** Names and values in turn. */
    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
