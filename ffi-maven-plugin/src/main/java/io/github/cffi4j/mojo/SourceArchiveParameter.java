package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.fetch.SourceArchive;
import io.github.cffi4j.compiler.fetch.SourceLocation;
import io.github.cffi4j.compiler.fetch.SourcePatch;
import io.github.cffi4j.compiler.project.SourceRoot;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** C sources that are fetched when building, and never committed. */
public class SourceArchiveParameter {
    /** A name for people, and for folders. */
    private String name;

    /**
     * {@code https://...}, {@code file:...}, {@code crate:name@version}, {@code maven:group:artifact:version[:classifier][@type]},
     * {@code npm:package@version}, {@code pip:package==version}, {@code sdist:...}.
     */
    private List<String> locations = List.of();

    /** The SHA-256 of the file the locations give. Without one, the build stops and says what it is. */
    private String sha256;

    /** The path of an archive inside the archive, if that is the one wanted. */
    private String inner;

    /** The folder inside that becomes the source root; everything if there is none. */
    private String directory = "";

    /** Globs below that folder; everything if there are none. */
    private List<String> includes = List.of();

    /** If false, its sources are not compiled; it is only searched for headers. */
    private boolean compile = true;

    /** Globs of files below that folder that are unpacked and not compiled, since others include them. */
    private List<String> excludes = List.of();

    /** The licence of the sources, as an SPDX expression: {@code MIT}, {@code Zlib AND BSD-3-Clause}. */
    private String license;

    /** Globs of the licence's texts, from the top of the archive; they go into the classifier jars. */
    private List<String> licenseFiles = List.of();

    /** Files of the module with changes to the sources, as unified diffs, in their order. Their paths start at {@code directory}. */
    private List<String> patches = List.of();

    SourceRoot root(Path folder) {
        return new SourceRoot(folder, compile, List.of(), excludes);
    }

    /**
     * @param base the module's folder
     */
    SourceArchive archive(Path base) throws IOException {
        if (name == null) {
            throw new WrongSettingException("a <sourceArchive> needs a <name>");
        }
        List<SourcePatch> changes = new ArrayList<>();
        for (String patch : patches) {
            changes.add(SourcePatch.read(base.resolve(patch.strip())));
        }
        return new SourceArchive(
                name,
                locations.stream().map(SourceLocation::parse).toList(),
                sha256 == null || sha256.isBlank() ? Sha256.UNPINNED : Sha256.pinned(sha256),
                Optional.ofNullable(inner),
                directory,
                includes,
                Optional.ofNullable(license).map(String::strip),
                licenseFiles,
                changes);
    }
}
