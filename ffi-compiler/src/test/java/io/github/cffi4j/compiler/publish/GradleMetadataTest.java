package io.github.cffi4j.compiler.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the letter of the specification of Gradle Module Metadata 1.1: no Gradle could be had to read what it describes. */
class GradleMetadataTest {
    private static final Set<String> HASHES = Set.of("sha1", "sha256", "sha512", "md5");
    private static final Map<String, String> HEX_DIGITS =
            Map.of("sha1", "[0-9a-f]{40}", "sha256", "[0-9a-f]{64}", "sha512", "[0-9a-f]{128}", "md5", "[0-9a-f]{32}");

    private static final PublishedDependency RUNTIME =
            new PublishedDependency("io.github.cffi4j", "ffi-runtime", "1.0", true, Optional.empty(), "jar", List.of());
    private static final PublishedDependency LOGGING = new PublishedDependency(
            "org.slf4j",
            "slf4j-nop",
            "[2,3)",
            false,
            Optional.empty(),
            "jar",
            List.of(new PublishedDependency.Exclusion("*", "unwanted")));
    private static final PublishedDependency CLASSIFIED =
            new PublishedDependency("org.example", "data", "3", false, Optional.of("small"), "zip", List.of());

    @TempDir
    private Path folder;

    @Test
    void everyValueIsOneTheSpecificationHas() throws IOException {
        String text = metadata(true).text();
        JsonNode module = new ObjectMapper().readTree(text);

        assertThat(text.strip()).startsWith("{\n  \"formatVersion\": \"1.1\"");
        assertNames(module, Set.of("formatVersion", "component", "createdBy", "variants"), Set.of());
        assertNames(module.get("component"), Set.of("group", "module", "version"), Set.of("url", "attributes"));
        Set<String> names = new HashSet<>();
        Set<List<JsonNode>> kinds = new HashSet<>();
        Map<String, JsonNode> files = new TreeMap<>();
        for (JsonNode variant : module.get("variants")) {
            assertNames(variant, Set.of("name", "attributes", "files"), Set.of("dependencies", "capabilities"));
            assertThat(names.add(variant.get("name").asText())).isTrue();
            assertThat(kinds.add(List.of(variant.get("attributes"), variant.path("capabilities"))))
                    .as("two variants cannot have the same attributes and capabilities")
                    .isTrue();
            assertThat(variant.get("attributes")).isNotEmpty().allMatch(value -> value.isTextual() || value.isInt());
            variant.path("capabilities")
                    .forEach(capability -> assertNames(capability, Set.of("group", "name", "version"), Set.of()));
            variant.path("dependencies").forEach(GradleMetadataTest::assertDependency);
            variant.get("files").forEach(file -> {
                assertFile(file);
                assertThat(files.computeIfAbsent(file.get("name").asText(), name -> file))
                        .as("a name is unique for different files")
                        .isEqualTo(file);
            });
        }
        assertThat(files).hasSize(1 + Platform.standard().size());
    }

    @Test
    void aPlainDependencyBringsAllNativeJars() throws IOException {
        Map<String, JsonNode> variants = variants(metadata(true));

        assertThat(files(variants.get("apiElements"))).containsExactly("geo-1.0.jar");
        assertThat(files(variants.get("runtimeElements")))
                .hasSize(1 + Platform.standard().size())
                .startsWith("geo-1.0.jar")
                .contains("geo-1.0-windows-aarch_64.jar");
        assertThat(variants.get("runtimeElements").at("/attributes"))
                .as("what a configuration does not ask for makes it ambiguous")
                .noneMatch(value -> value.asText().equals("linux"));
        assertThat(modules(variants.get("apiElements"))).containsExactly("ffi-runtime");
        assertThat(modules(variants.get("runtimeElements"))).containsExactly("ffi-runtime", "slf4j-nop", "data");
        assertThat(files(variants(metadata(false)).get("runtimeElements"))).containsExactly("geo-1.0.jar");
    }

    @Test
    void aPlatformAloneIsBehindACapabilityOfItsOwn() throws IOException {
        Map<String, JsonNode> variants = variants(metadata(true));
        Set<JsonNode> asked = new HashSet<>();
        for (Platform platform : Platform.standard()) {
            JsonNode variant = variants.get(platform.classifier() + "RuntimeElements");
            assertThat(files(variant)).containsExactly("geo-1.0.jar", "geo-1.0-" + platform.classifier() + ".jar");
            assertThat(variant.at("/capabilities/0/name").asText()).isEqualTo("geo-natives");
            assertThat(modules(variant)).contains("ffi-runtime", "slf4j-nop");
            assertThat(asked.add(variant.get("attributes"))).isTrue();
        }
        assertThat(variants.get("nativesApiElements").at("/capabilities/0/name").asText())
                .isEqualTo("geo-natives");
        JsonNode musl = variants.get("linux-aarch_64-muslRuntimeElements").get("attributes");
        assertThat(musl.get("org.gradle.native.operatingSystem").asText()).isEqualTo("linux");
        assertThat(musl.get("org.gradle.native.architecture").asText()).isEqualTo("aarch64");
        assertThat(musl.get(GradleMetadata.LIBC).asText()).isEqualTo("musl");
        assertThat(musl.get("org.gradle.jvm.version").intValue()).isEqualTo(17);
        assertThat(variants.get("osx-x86_64RuntimeElements").get("attributes").has(GradleMetadata.LIBC))
                .isFalse();
    }

    private static void assertDependency(JsonNode dependency) {
        assertNames(dependency, Set.of("group", "module", "version"), Set.of("excludes", "thirdPartyCompatibility"));
        assertNames(dependency.get("version"), Set.of("requires"), Set.of());
        dependency.path("excludes").forEach(exclude -> assertNames(exclude, Set.of("group", "module"), Set.of()));
        JsonNode compatibility = dependency.path("thirdPartyCompatibility");
        if (!compatibility.isMissingNode()) {
            assertNames(compatibility, Set.of("artifactSelector"), Set.of());
            assertNames(
                    compatibility.get("artifactSelector"), Set.of("name", "type", "extension"), Set.of("classifier"));
        }
    }

    private static void assertFile(JsonNode file) {
        Set<String> required = new HashSet<>(HASHES);
        required.addAll(Set.of("name", "url", "size"));
        assertNames(file, required, Set.of());
        assertThat(file.get("size").isIntegralNumber()).isTrue();
        assertThat(file.get("url").asText()).doesNotContain("/", ":");
        HEX_DIGITS.forEach((hash, digits) -> assertThat(file.get(hash).asText()).matches(digits));
    }

    private static void assertNames(JsonNode object, Set<String> required, Set<String> optional) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        assertThat(names).containsAll(required);
        names.removeAll(required);
        assertThat(optional).containsAll(names);
    }

    private GradleMetadata metadata(boolean byDefault) throws IOException {
        Path file = folder.resolve("file");
        Map<Platform, PublishedFile> natives = new TreeMap<>();
        for (Platform platform : Platform.standard()) {
            Files.write(file, platform.classifier().getBytes(StandardCharsets.UTF_8));
            natives.put(platform, PublishedFile.of("geo-1.0-" + platform.classifier() + ".jar", file));
        }
        PublishedFile main = PublishedFile.of("geo-1.0.jar", Files.writeString(file, "main"));
        return new GradleMetadata(
                "org.example",
                "geo",
                "1.0",
                Optional.of(17),
                main,
                natives,
                byDefault,
                List.of(RUNTIME, LOGGING, CLASSIFIED));
    }

    private static Map<String, JsonNode> variants(GradleMetadata metadata) throws IOException {
        Map<String, JsonNode> variants = new TreeMap<>();
        new ObjectMapper()
                .readTree(metadata.text())
                .get("variants")
                .forEach(variant -> variants.put(variant.get("name").asText(), variant));
        return variants;
    }

    private static List<String> files(JsonNode variant) {
        return variant.get("files").findValuesAsText("name");
    }

    private static List<String> modules(JsonNode variant) {
        List<String> modules = new ArrayList<>();
        variant.get("dependencies")
                .forEach(dependency -> modules.add(dependency.get("module").asText()));
        return modules;
    }
}
