package io.github.cffi4j.compiler.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cffi4j.compiler.compile.LinkMode;
import io.github.cffi4j.compiler.compile.LinkedLibrary;
import io.github.cffi4j.compiler.compile.RuntimePart;
import io.github.cffi4j.compiler.fetch.FetchedArchive;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.fetch.SourceArchive;
import io.github.cffi4j.compiler.fetch.SourcePatch;
import io.github.cffi4j.compiler.zig.Zig;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BomTest {
    private static final Sha256 HASH = Sha256.of(new byte[] {1});
    private static final PublishedModule MODULE =
            new PublishedModule("org.example", "geo", "1.0", List.of("Apache-2.0"));

    @TempDir
    private Path folder;

    private Zig zig;

    @BeforeEach
    void layOutZig() throws IOException {
        zig = new Zig(Files.writeString(folder.resolve("zig"), "zig"), folder.resolve("lib"), "0.16.0", "cache", true);
        for (RuntimePart part : RuntimePart.values()) {
            if (part.licenseFile().isPresent()) {
                Path file = zig.libDirectory().resolve(part.licenseFile().get());
                Files.createDirectories(file.getParent());
                Files.writeString(file, "licence of " + part.title());
            }
        }
    }

    @Test
    void aNativeJarNamesAllThatOthersWrote() throws Exception {
        JsonNode bom = checked(nativeJar(library(EnumSet.allOf(RuntimePart.class)), archives()));

        assertThat(values(bom.at("/components"), "name"))
                .containsExactly(
                        "META-INF/lib/linux_64/libgeo.so",
                        "cffi4j",
                        "sqlite",
                        "zlib",
                        "compiler-rt",
                        "glibc-nonshared",
                        "mingw-w64",
                        "libc++",
                        "libc++abi",
                        "libunwind");
        assertThat(bom.at("/metadata/component/purl").asText())
                .isEqualTo("pkg:maven/org.example/geo@1.0?classifier=linux-x86_64&type=jar");
        assertThat(bom.at("/metadata/timestamp").asText()).isEqualTo("2026-11-22T00:00:00Z");
        assertThat(bom.at("/components/0/properties/0/value").asText()).isEqualTo("x86_64-linux-gnu.2.17");
        JsonNode sqlite = bom.at("/components/2");
        assertThat(sqlite.at("/version").asText()).isEqualTo("3.54.1");
        assertThat(sqlite.at("/licenses/0/expression").asText()).isEqualTo("blessing");
        assertThat(sqlite.at("/hashes/0/content").asText()).isEqualTo(HASH.hex());
        assertThat(values(sqlite.at("/externalReferences"), "url")).containsExactly("npm:sqlite@1.0");
        assertThat(values(bom.at("/dependencies/1/dependsOn"), "")).hasSize(9).contains("compiler-rt-zig-0.16.0");
    }

    @Test
    void aLeanLibraryContainsOnlyTheGlue() throws Exception {
        JsonNode bom = checked(nativeJar(library(Set.of()), List.of()));

        assertThat(values(bom.at("/components"), "name")).containsExactly("META-INF/lib/linux_64/libgeo.so", "cffi4j");
        assertThat(bom.at("/components/0/properties/1/value").asText()).isEqualTo("lean");
    }

    @Test
    void licencesComeAlong() throws Exception {
        List<LicenseText> texts = new PartFinder("2.0", zig, archives())
                .of(library(EnumSet.allOf(RuntimePart.class))).stream()
                        .flatMap(part -> part.texts().stream())
                        .toList();

        assertThat(texts.stream().map(LicenseText::path))
                .containsExactly(
                        "META-INF/licenses/cffi4j-2.0/LICENSE",
                        "META-INF/licenses/zlib/README",
                        "META-INF/licenses/zig-0.16.0/LICENSE",
                        "META-INF/licenses/zig-0.16.0/glibc-nonshared/LICENSES",
                        "META-INF/licenses/zig-0.16.0/mingw-w64/COPYING",
                        "META-INF/licenses/zig-0.16.0/libc++/LICENSE.TXT",
                        "META-INF/licenses/zig-0.16.0/libc++abi/LICENSE.TXT",
                        "META-INF/licenses/zig-0.16.0/libunwind/LICENSE.TXT");
        assertThat(new String(texts.get(0).content(), StandardCharsets.UTF_8)).contains("Apache License");
        assertThat(new String(texts.get(1).content(), StandardCharsets.UTF_8)).isEqualTo("as is");
        assertThat(new String(texts.get(2).content(), StandardCharsets.UTF_8)).contains("Zig contributors");
        assertThat(new String(texts.get(4).content(), StandardCharsets.UTF_8)).isEqualTo("licence of mingw-w64");
    }

    @Test
    void aPinnedZigIsNamedByItsArchivesOnAllHosts() throws Exception {
        JsonNode tool = checked(nativeJar(library(Set.of()), List.of())).at("/metadata/tools/components/1");

        assertThat(values(tool.at("/externalReferences"), "url"))
                .hasSize(6)
                .contains("https://ziglang.org/download/0.16.0/zig-aarch64-macos-0.16.0.tar.xz");
        assertThat(tool.has("hashes")).isFalse();
    }

    @Test
    void anUnknownZigIsNamedByItsOwnHash() throws Exception {
        zig = new Zig(zig.executable(), zig.libDirectory(), "0.16.0", "configured, not verified", false);

        JsonNode tool = checked(nativeJar(library(Set.of()), List.of())).at("/metadata/tools/components/1");

        assertThat(tool.at("/hashes/0/content").asText())
                .isEqualTo(Sha256.of(zig.executable()).hex());
        assertThat(tool.has("externalReferences")).isFalse();
    }

    @Test
    void theMainJarNamesItsNativeJarsAndTheirLibraries() throws Exception {
        JsonNode bom = checked(
                writer(Optional.empty()).ofMainJar(List.of(library(Set.of(RuntimePart.GLIBC_NONSHARED))), List.of()));

        assertThat(bom.at("/metadata").has("timestamp")).isFalse();
        assertThat(values(bom.at("/components"), "purl"))
                .containsExactly("pkg:maven/org.example/geo@1.0?classifier=linux-x86_64&type=jar");
        assertThat(bom.at("/components/0/components/0/hashes/0/content").asText())
                .isEqualTo(HASH.hex());
    }

    @Test
    void aLibraryOfTheSystemIsNamedAndNotContained() throws Exception {
        NeededLibrary needed = new NeededLibrary(
                List.of("libz.so.1", "libz-ng.so.1"),
                List.of("linux-x86_64", "linux-aarch_64"),
                List.of("crc*"),
                List.of("zlibVersion() >= 1.2"));

        for (String text : List.of(
                writer(Optional.empty()).ofMainJar(List.of(), List.of(needed)),
                writer(Optional.empty()).ofNativeJar(library(Set.of()), List.of(), List.of(needed)))) {
            JsonNode bom = checked(text);
            JsonNode components = bom.at("/components");
            JsonNode library = components.get(components.size() - 1);
            assertThat(library.at("/name").asText()).isEqualTo("libz.so.1");
            assertThat(library.at("/description").asText())
                    .isEqualTo("A library of the user's system. No jar contains it.");
            assertThat(library.has("hashes")).isFalse();
            assertThat(values(library.at("/properties"), "value"))
                    .containsExactly(
                            "false",
                            "libz.so.1",
                            "libz-ng.so.1",
                            "linux-x86_64",
                            "linux-aarch_64",
                            "crc*",
                            "zlibVersion() >= 1.2");
            JsonNode dependencies = bom.at("/dependencies");
            assertThat(values(dependencies.get(dependencies.size() - 1).at("/dependsOn"), ""))
                    .contains("system:libz.so.1,libz-ng.so.1");
        }
    }

    /** Who ships changed sources has to say so, and the licences of some want the change itself. */
    @Test
    void namesThePatchesOfASource() throws Exception {
        Path diff = Files.writeString(folder.resolve("fix.diff"), "--- a/x\n+++ b/x\n");
        SourcePatch patch = SourcePatch.read(diff);
        FetchedArchive patched = new FetchedArchive(
                SourceArchive.of("zlib-1.4", HASH.hex(), "npm:zlib@1.0").patched(List.of(patch)), folder);

        JsonNode bom = checked(nativeJar(library(Set.of()), List.of(patched)));

        JsonNode zlib = bom.at("/components/2");
        assertThat(zlib.at("/name").asText()).isEqualTo("zlib");
        assertThat(values(zlib.at("/properties"), "value"))
                .containsExactly("fix.diff " + patch.sha256().hex());
        assertThat(Base64.getDecoder()
                        .decode(zlib.at("/pedigree/patches/0/diff/text/content").asText()))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("--- a/x\n+++ b/x\n");
    }

    @Test
    void namesTheFilesThatWereBuiltElsewhere() throws Exception {
        Path text = Files.writeString(folder.resolve("COPYING"), "as you like");
        PrebuiltPart inArchive = new PrebuiltPart("zlib", Optional.empty(), List.of(), List.of("libz.a " + HASH));
        PrebuiltPart inFolder =
                new PrebuiltPart("greet-1.2", Optional.of("0BSD"), List.of(text), List.of("libgreet.a " + HASH));
        List<BundledPart> parts =
                new PartFinder("2.0", zig, archives(), List.of(), List.of(inArchive, inFolder)).of(library(Set.of()));

        JsonNode bom = checked(writer(Optional.empty()).ofNativeJar(library(Set.of()), parts, List.of()));

        assertThat(values(bom.at("/components"), "name"))
                .containsExactly("META-INF/lib/linux_64/libgeo.so", "cffi4j", "sqlite", "zlib", "greet");
        JsonNode zlib = bom.at("/components/3");
        assertThat(zlib.at("/hashes/0/content").asText()).isEqualTo(HASH.hex());
        assertThat(values(zlib.at("/properties"), "name")).contains("cffi4j:prebuilt-file");
        assertThat(values(zlib.at("/properties"), "value")).contains("libz.a " + HASH);
        JsonNode greet = bom.at("/components/4");
        assertThat(greet.at("/version").asText()).isEqualTo("1.2");
        assertThat(greet.at("/licenses/0/expression").asText()).isEqualTo("0BSD");
        assertThat(values(greet.at("/properties"), "value"))
                .containsExactly("META-INF/licenses/greet-1.2/COPYING", "libgreet.a " + HASH);
        assertThat(parts.get(3).texts().get(0).content())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("as you like");
    }

    private String nativeJar(LinkedLibrary library, List<FetchedArchive> archives) throws IOException {
        return writer(Optional.of(Instant.parse("2026-11-22T00:00:00Z")))
                .ofNativeJar(library, new PartFinder("2.0", zig, archives).of(library), List.of());
    }

    private BomWriter writer(Optional<Instant> time) {
        return new BomWriter(MODULE, "geo", "2.0", zig, time);
    }

    private static LinkedLibrary library(Set<RuntimePart> parts) {
        return new LinkedLibrary(Platform.LINUX_X86_64, Path.of("libgeo.so"), HASH, 1, LinkMode.LEAN, parts, true);
    }

    private List<FetchedArchive> archives() throws IOException {
        Path zlib = folder.resolve("zlib");
        Files.createDirectories(zlib.resolve(".licenses/package"));
        Files.writeString(zlib.resolve(".licenses/package/README"), "as is");
        return List.of(
                new FetchedArchive(
                        SourceArchive.of("sqlite-3.54.1", HASH.hex(), "file:/home/me/sqlite.zip", "npm:sqlite@1.0")
                                .licensed("blessing", List.of()),
                        folder),
                new FetchedArchive(
                        SourceArchive.of("zlib", HASH.hex(), "npm:zlib@1.0").licensed("Zlib", List.of("*/README")),
                        zlib));
    }

    /** What CycloneDX's own schema takes. */
    private static JsonNode checked(String text) throws IOException {
        assertThat(new JsonParser().validate(text.getBytes(StandardCharsets.UTF_8), Version.VERSION_16))
                .isEmpty();
        return new ObjectMapper().readTree(text);
    }

    private static List<String> values(JsonNode array, String field) {
        List<String> values = new ArrayList<>();
        array.forEach(element -> values.add((field.isEmpty() ? element : element.get(field)).asText()));
        return values;
    }
}
