package io.github.cffi4j.compiler.sbom;

import io.github.cffi4j.audit.json.JsonText;
import io.github.cffi4j.compiler.compile.LinkedLibrary;
import io.github.cffi4j.compiler.fetch.SourcePatch;
import io.github.cffi4j.compiler.zig.Zig;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes bills of materials in <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6</a>, the newest that CycloneDX's
 * own Java library checks. The same module gives the same bytes, on any machine: they have no serial number, and no time but
 * that of the release.
 *
 * @param library the native library's name, without prefix and suffix
 * @param plugin the version of this plugin
 * @param time what the build's artifacts are dated, if it says
 */
public record BomWriter(PublishedModule module, String library, String plugin, Zig zig, Optional<Instant> time) {

    /** Returns the bill of a classifier jar: the library and all that others wrote in it. */
    public String ofNativeJar(LinkedLibrary linked, List<BundledPart> parts, List<NeededLibrary> needed)
            throws IOException {
        Optional<String> classifier = Optional.of(linked.platform().classifier());
        List<Object> components = new ArrayList<>();
        Map<String, Object> file = file(linked);
        components.add(file);
        parts.forEach(part -> components.add(part(part)));
        Map<String, Object> root = root(classifier);
        needed.forEach(library -> components.add(needed(library)));
        List<String> names = Stream.concat(
                        parts.stream().map(BundledPart::reference),
                        needed.stream().map(NeededLibrary::reference))
                .toList();
        return text(root, components, List.of(dependency(root, List.of(reference(file))), dependency(file, names)));
    }

    /**
     * Returns the bill of the main jar: the native jars that belong to it, the libraries in them whose hashes it pins, and those of
     * the user's system.
     */
    public String ofMainJar(List<LinkedLibrary> libraries, List<NeededLibrary> needed) throws IOException {
        Map<String, Object> root = root(Optional.empty());
        List<Object> jars = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (LinkedLibrary linked : libraries) {
            Map<String, Object> jar = module(Optional.of(linked.platform().classifier()));
            jar.put("components", List.of(file(linked)));
            jars.add(jar);
            names.add(reference(jar));
        }
        needed.forEach(system -> {
            jars.add(needed(system));
            names.add(system.reference());
        });
        return text(root, jars, List.of(dependency(root, names)));
    }

    /** CycloneDX 1.6 has no word for what is needed and not contained, so properties say it. */
    private static Map<String, Object> needed(NeededLibrary library) {
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("type", "library");
        component.put("bom-ref", library.reference());
        component.put("name", library.names().get(0));
        component.put("description", "A library of the user's system. No jar contains it.");
        component.put("scope", "required");
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(property("cffi4j:contained", "false"));
        library.names().forEach(name -> properties.add(property("cffi4j:loader-name", name)));
        library.platforms().forEach(platform -> properties.add(property("cffi4j:platform", platform)));
        library.required().forEach(name -> properties.add(property("cffi4j:required-name", name)));
        library.checks().forEach(check -> properties.add(property("cffi4j:library-check", check)));
        component.put("properties", properties);
        return component;
    }

    private String text(Map<String, Object> root, List<Object> components, List<Object> dependencies)
            throws IOException {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("timestamp", time.map(Instant::toString));
        metadata.put("tools", Map.of("components", new BuildTools(plugin, zig).components()));
        metadata.put("component", root);
        Map<String, Object> bom = new LinkedHashMap<>();
        bom.put("bomFormat", "CycloneDX");
        bom.put("specVersion", "1.6");
        bom.put("version", 1);
        bom.put("metadata", metadata);
        bom.put("components", components);
        bom.put("dependencies", dependencies);
        return JsonText.of(bom);
    }

    private Map<String, Object> root(Optional<String> classifier) {
        Map<String, Object> root = module(classifier);
        List<Object> licenses = new ArrayList<>();
        module.licenses().forEach(name -> licenses.add(Map.of("license", Map.of("name", name))));
        root.put("licenses", licenses.isEmpty() ? Optional.empty() : licenses);
        return root;
    }

    private Map<String, Object> module(Optional<String> classifier) {
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("type", "library");
        component.put("bom-ref", module.purl(classifier));
        component.put("group", module.group());
        component.put("name", module.artifact());
        component.put("version", module.version());
        component.put("purl", module.purl(classifier));
        return component;
    }

    private Map<String, Object> file(LinkedLibrary linked) {
        String path = linked.platform().resourcePath(library);
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("type", "file");
        file.put("bom-ref", path);
        file.put("name", path);
        file.put("hashes", BuildTools.hashes(linked.sha256()));
        file.put(
                "properties",
                List.of(
                        property("cffi4j:target", linked.platform().zigTarget()),
                        property("cffi4j:link", linked.mode().name().toLowerCase(Locale.ROOT))));
        return file;
    }

    private static Map<String, Object> part(BundledPart part) {
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("type", "library");
        component.put("bom-ref", part.reference());
        component.put("name", part.name());
        component.put("version", part.version());
        component.put("licenses", part.license().map(expression -> List.of(Map.of("expression", expression))));
        component.put("purl", part.purl());
        component.put("hashes", part.archive().map(BuildTools::hashes));
        component.put(
                "externalReferences",
                part.archive().filter(hash -> !part.origins().isEmpty()).map(hash -> part.origins().stream()
                        .map(origin -> BuildTools.reference(origin, hash))
                        .toList()));
        component.put(
                "pedigree",
                part.patches().isEmpty()
                        ? Optional.empty()
                        : Map.of(
                                "patches",
                                part.patches().stream().map(BomWriter::patch).toList()));
        List<Map<String, Object>> properties = new ArrayList<>();
        part.patches()
                .forEach(patch -> properties.add(property(
                        "cffi4j:patch", patch.name() + " " + patch.sha256().hex())));
        part.texts().forEach(text -> properties.add(property("cffi4j:license-text", text.path())));
        part.build().ifPresent(build -> {
            properties.add(property("cffi4j:build-system", build.system()));
            build.options().forEach(option -> properties.add(property("cffi4j:build-option", option)));
        });
        part.files().forEach(file -> properties.add(property("cffi4j:prebuilt-file", file)));
        component.put("properties", properties.isEmpty() ? Optional.empty() : properties);
        return component;
    }

    private static Map<String, Object> patch(SourcePatch patch) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("contentType", "text/x-diff");
        text.put("encoding", "base64");
        text.put("content", Base64.getEncoder().encodeToString(patch.bytes()));
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("type", "unofficial");
        written.put("diff", Map.of("text", text));
        return written;
    }

    private static Map<String, Object> dependency(Map<String, Object> of, List<String> on) {
        Map<String, Object> dependency = new LinkedHashMap<>();
        dependency.put("ref", reference(of));
        dependency.put("dependsOn", on);
        return dependency;
    }

    private static String reference(Map<String, Object> component) {
        return (String) component.get("bom-ref");
    }

    private static Map<String, Object> property(String name, String value) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("name", name);
        property.put("value", value);
        return property;
    }
}
