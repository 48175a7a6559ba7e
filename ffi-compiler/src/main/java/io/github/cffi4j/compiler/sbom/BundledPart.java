package io.github.cffi4j.compiler.sbom;

import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.fetch.SourcePatch;
import java.util.List;
import java.util.Optional;

/**
 * A part of a native library that others wrote.
 *
 * @param purl its package URL, if it is a package of some registry
 * @param archive the hash of the archive it came in, if it came in one of its own
 * @param origins where that archive can be had
 * @param license an SPDX expression, if it was told
 * @param texts its licence's texts
 * @param build how it was built, if by a build system of its own
 * @param patches what was changed in it
 * @param files its files that were built elsewhere, each with a path, a blank and the SHA-256
 */
public record BundledPart(
        String name,
        Optional<String> version,
        Optional<String> purl,
        Optional<Sha256> archive,
        List<String> origins,
        Optional<String> license,
        List<LicenseText> texts,
        Optional<BuiltSource> build,
        List<SourcePatch> patches,
        List<String> files) {

    /** A part that was compiled like the module's own sources. */
    public BundledPart(
            String name,
            Optional<String> version,
            Optional<String> purl,
            Optional<Sha256> archive,
            List<String> origins,
            Optional<String> license,
            List<LicenseText> texts) {
        this(name, version, purl, archive, origins, license, texts, Optional.empty(), List.of(), List.of());
    }

    public BundledPart {
        origins = List.copyOf(origins);
        texts = List.copyOf(texts);
        patches = List.copyOf(patches);
        files = List.copyOf(files);
    }

    /** Name and version: what tells it from all others. */
    String reference() {
        return reference(name, version);
    }

    static String reference(String name, Optional<String> version) {
        return name + version.map(number -> "-" + number).orElse("");
    }
}
