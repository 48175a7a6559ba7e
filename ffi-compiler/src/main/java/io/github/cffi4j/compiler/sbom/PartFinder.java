package io.github.cffi4j.compiler.sbom;

import io.github.cffi4j.compiler.compile.LinkedLibrary;
import io.github.cffi4j.compiler.compile.RuntimePart;
import io.github.cffi4j.compiler.fetch.FetchedArchive;
import io.github.cffi4j.compiler.fetch.SourceLocation;
import io.github.cffi4j.compiler.zig.Zig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a library contains besides the module's own sources: cffi4j's glue, fetched C sources, parts of zig.
 *
 * @param plugin the version of this plugin
 * @param archives the fetched sources
 * @param builds the libraries with builds of their own, from some of these archives or from folders
 * @param prebuilt the libraries that were built elsewhere, for the same
 */
public record PartFinder(
        String plugin, Zig zig, List<FetchedArchive> archives, List<BuiltSource> builds, List<PrebuiltPart> prebuilt) {
    private static final String FOLDER = "META-INF/licenses/";

    /** The usual name of an archive: {@code sqlite-3.54.1}. */
    private static final Pattern NAME_AND_VERSION = Pattern.compile("(.+?)-v?(\\d.*)");

    /** For a library without such builds. */
    public PartFinder(String plugin, Zig zig, List<FetchedArchive> archives) {
        this(plugin, zig, archives, List.of(), List.of());
    }

    /** The parts of a library, in a fixed order. */
    public List<BundledPart> of(LinkedLibrary library) throws IOException {
        List<BundledPart> parts = new ArrayList<>(List.of(glue()));
        for (FetchedArchive fetched : archives) {
            parts.add(sources(fetched));
        }
        for (BuiltSource build : builds) {
            if (!isArchive(build.name())) {
                parts.add(new BundledPart(
                        build.name(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(build),
                        List.of(),
                        List.of()));
            }
        }
        for (PrebuiltPart part : prebuilt) {
            if (!isArchive(part.name())) {
                parts.add(folder(part));
            }
        }
        for (RuntimePart part : RuntimePart.values()) {
            if (library.parts().contains(part)) {
                parts.add(runtime(part));
            }
        }
        return parts;
    }

    private boolean isArchive(String name) {
        return archives.stream().anyMatch(fetched -> fetched.archive().name().equals(name));
    }

    private static BundledPart folder(PrebuiltPart part) throws IOException {
        List<LicenseText> texts = new ArrayList<>();
        for (Path text : part.texts()) {
            texts.add(new LicenseText(FOLDER + part.name() + "/" + text.getFileName(), Files.readAllBytes(text)));
        }
        Matcher matcher = NAME_AND_VERSION.matcher(part.name());
        boolean versioned = matcher.matches();
        return new BundledPart(
                versioned ? matcher.group(1) : part.name(),
                versioned ? Optional.of(matcher.group(2)) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                part.license(),
                texts,
                Optional.empty(),
                List.of(),
                part.files());
    }

    private BundledPart glue() throws IOException {
        return new BundledPart(
                "cffi4j",
                Optional.of(plugin),
                Optional.of("pkg:maven/io.github.cffi4j/ffi-maven-plugin@" + plugin),
                Optional.empty(),
                List.of(),
                Optional.of("Apache-2.0"),
                List.of(new LicenseText(FOLDER + "cffi4j-" + plugin + "/LICENSE", resource("LICENSE"))));
    }

    private BundledPart sources(FetchedArchive fetched) throws IOException {
        String full = fetched.archive().name();
        Matcher matcher = NAME_AND_VERSION.matcher(full);
        boolean versioned = matcher.matches();
        List<LicenseText> texts = new ArrayList<>();
        for (Path text : fetched.licenseTexts()) {
            texts.add(new LicenseText(FOLDER + full + "/" + text.getFileName(), Files.readAllBytes(text)));
        }
        return new BundledPart(
                versioned ? matcher.group(1) : full,
                versioned ? Optional.of(matcher.group(2)) : Optional.empty(),
                Optional.empty(),
                Optional.of(fetched.archive().sha256()),
                fetched.archive().locations().stream()
                        .map(SourceLocation::toString)
                        // A path of this machine is nothing to publish.
                        .filter(location -> !location.startsWith("file:"))
                        .toList(),
                fetched.archive().license(),
                texts,
                builds.stream().filter(build -> build.name().equals(full)).findFirst(),
                fetched.archive().patches(),
                prebuilt.stream()
                        .filter(part -> part.name().equals(full))
                        .flatMap(part -> part.files().stream())
                        .toList());
    }

    private BundledPart runtime(RuntimePart part) throws IOException {
        String folder = FOLDER + "zig-" + zig.version() + "/";
        LicenseText text = part.licenseFile().isPresent()
                ? new LicenseText(
                        folder + part.title() + "/"
                                + Path.of(part.licenseFile().get()).getFileName(),
                        Files.readAllBytes(
                                zig.libDirectory().resolve(part.licenseFile().get())))
                : new LicenseText(folder + "LICENSE", resource("zig-license.txt"));
        return new BundledPart(
                part.title(),
                Optional.of("zig-" + zig.version()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(part.license()),
                List.of(text));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = PartFinder.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
