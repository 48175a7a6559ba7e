package io.github.cffi4j.compiler.fetch;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An archive of C sources that a library is built from but does not contain. Immutable.
 *
 * @param name for people, and part of folder names: letters, digits, dot, dash and underscore
 * @param locations where it can be had, tried in this order; all must give the same bytes
 * @param sha256 the hash of the file that a location gives
 * @param inner the path of an archive inside this archive, if that is the one wanted
 * @param strip only what is below this path is unpacked, without it; empty for all
 * @param includes globs of the files to unpack, after the strip; empty for all
 * @param license the licence of the sources as an SPDX expression, if it is told
 * @param licenseFiles globs of the licence's texts in the archive, before the strip
 * @param patches changes to what was unpacked, in this order; their paths start behind the strip
 */
public record SourceArchive(
        String name,
        List<SourceLocation> locations,
        Sha256 sha256,
        Optional<String> inner,
        String strip,
        List<String> includes,
        Optional<String> license,
        List<String> licenseFiles,
        List<SourcePatch> patches) {

    public SourceArchive {
        patches = List.copyOf(patches);
        locations = List.copyOf(locations);
        includes = List.copyOf(includes);
        licenseFiles = List.copyOf(licenseFiles);
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*")) {
            throw new WrongSettingException("the name of a source archive has letters, digits, '.', '-' and '_',"
                    + " this one is '" + name + "'");
        }
        if (locations.isEmpty()) {
            throw new WrongSettingException("the source archive " + name + " has no location");
        }
    }

    /** A file, whole, from any of the given locations as {@link SourceLocation#parse} reads them. */
    public static SourceArchive of(String name, String sha256, String... locations) {
        List<SourceLocation> parsed =
                List.of(locations).stream().map(SourceLocation::parse).toList();
        return new SourceArchive(
                name,
                parsed,
                Sha256.pinned(sha256),
                Optional.empty(),
                "",
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** The same, but the wanted archive is one inside it. */
    public SourceArchive inner(String path) {
        return new SourceArchive(
                name, locations, sha256, Optional.of(path), strip, includes, license, licenseFiles, patches);
    }

    /** The same, but only what is below a path, and without that path. */
    public SourceArchive strip(String path) {
        return new SourceArchive(name, locations, sha256, inner, path, includes, license, licenseFiles, patches);
    }

    /** The same, but only files that match one of the globs. */
    public SourceArchive include(List<String> globs) {
        return new SourceArchive(name, locations, sha256, inner, strip, globs, license, licenseFiles, patches);
    }

    /** The same, under a licence. */
    public SourceArchive licensed(String expression, List<String> files) {
        return new SourceArchive(
                name, locations, sha256, inner, strip, includes, Optional.of(expression), files, patches);
    }

    /** The same, but changed by patches. */
    public SourceArchive patched(List<SourcePatch> changes) {
        return new SourceArchive(name, locations, sha256, inner, strip, includes, license, licenseFiles, changes);
    }

    /** Tells apart what different settings unpack from the same file. */
    String folderName() {
        String settings = String.join("\n", inner.orElse(""), strip, String.join("\n", includes));
        if (!licenseFiles.isEmpty()) {
            settings += "\n" + String.join("\n", licenseFiles);
        }
        for (SourcePatch patch : patches) {
            settings += "\npatch " + patch.sha256().hex();
        }
        String digest = Sha256.of(settings.getBytes(StandardCharsets.UTF_8)).hex();
        return name + "-" + sha256.hex().substring(0, 32) + "-" + digest.substring(0, 8);
    }
}
