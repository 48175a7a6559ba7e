package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.fetch.FetchedArchive;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.prebuilt.PlatformFiles;
import io.github.cffi4j.compiler.prebuilt.PrebuiltLibrary;
import io.github.cffi4j.compiler.prebuilt.PrebuiltSource;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A library that was built elsewhere, with a file for each platform. */
public class PrebuiltLibraryParameter {
    /** A name for people; that of the source, if it is not given. */
    private String name;

    /** The name of a {@code <sourceArchive>}, from which nothing is compiled then; or a folder. */
    private String source;

    /** Globs of its files, where {@code {platform}} stands for the classifier, for platforms without a {@code <platformFile>}. */
    private List<String> files = List.of();

    /** The files of some platforms. */
    private List<PlatformFile> platformFiles = List.of();

    /** Folders of headers in the source; {@code include} and {@code {platform}/include} if there are none. */
    private List<String> includes = List.of();

    /** The licence of a library in a folder, as an SPDX expression. */
    private String license;

    /** Globs of the licence's texts, in a folder; they go into the classifier jars. */
    private List<String> licenseFiles = List.of();

    /** Files for the platforms that match a pattern. */
    public static class PlatformFile {
        private String platform;
        private String sha256;
        private final List<String> files = new ArrayList<>();

        /** Maven calls it for {@code <platform>}: classifiers, with {@code *} for any characters. */
        public void setPlatform(String pattern) {
            platform = pattern;
        }

        /** Maven calls it for {@code <sha256>}: the hash of the only file. */
        public void setSha256(String hash) {
            sha256 = hash;
        }

        /** Maven calls it for each {@code <file>}. */
        public void addFile(String glob) {
            files.add(glob.strip());
        }

        private PlatformFiles files() {
            if (platform == null || files.isEmpty()) {
                throw new WrongSettingException(
                        "<prebuiltLibraries>: a <platformFile> needs a <platform> and at least one <file>");
            }
            PlatformFiles some = new PlatformFiles(
                    platform.strip(), files, Optional.ofNullable(sha256).map(Sha256::pinned));
            if (Platform.classifiers().stream().noneMatch(some::matches)) {
                throw new WrongSettingException("<platformFile>: no platform is called '" + platform + "'; there are "
                        + String.join(" ", Platform.classifiers()));
            }
            return some;
        }
    }

    /** Returns true if its files are in this source archive. */
    boolean isFrom(String archive) {
        return archive.equals(source);
    }

    /**
     * @param archives those of the module, fetched
     * @param base the module's folder
     */
    PrebuiltLibrary library(List<FetchedArchive> archives, Path base) {
        if (source == null) {
            throw new WrongSettingException("<prebuiltLibraries>: a <prebuiltLibrary> needs a <source>: the name of a"
                    + " <sourceArchive>, or a folder");
        }
        PrebuiltSource from = archives.stream()
                .filter(fetched -> isFrom(fetched.archive().name()))
                .findFirst()
                .map(PrebuiltSource::of)
                .orElseGet(() -> PrebuiltSource.of(folder(archives, base)));
        if (from.archive().isPresent() && (license != null || !licenseFiles.isEmpty())) {
            throw new WrongSettingException("<prebuiltLibraries>: the licence of " + source
                    + " is that of its <sourceArchive>; fix: name it there, and remove it here");
        }
        return new PrebuiltLibrary(
                name != null ? name : Path.of(source).getFileName().toString(),
                from,
                files,
                platformFiles.stream().map(PlatformFile::files).toList(),
                includes,
                Optional.ofNullable(license).map(String::strip),
                licenseFiles);
    }

    private Path folder(List<FetchedArchive> archives, Path base) {
        Path folder = base.resolve(source).normalize();
        if (!Files.isDirectory(folder)) {
            throw new WrongSettingException("<prebuiltLibraries>: '" + source + "' is neither a folder nor one of the"
                    + " <sourceArchives>: "
                    + archives.stream().map(fetched -> fetched.archive().name()).toList());
        }
        return folder;
    }
}
