package io.github.cffi4j.compiler.prebuilt;

import io.github.cffi4j.compiler.fetch.Globs;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A library whose files were built elsewhere, for each platform. Immutable.
 *
 * @param name for people
 * @param source the folder with its files
 * @param files globs of the files below that folder, for platforms without files of their own; {@code {platform}} stands for the
 *     classifier
 * @param platformFiles the files of some platforms
 * @param includes folders of headers below that folder, where {@code {platform}} stands for the classifier
 * @param license its licence as an SPDX expression, if its source does not have it
 * @param licenseFiles globs of the licence's texts below the folder
 */
public record PrebuiltLibrary(
        String name,
        PrebuiltSource source,
        List<String> files,
        List<PlatformFiles> platformFiles,
        List<String> includes,
        Optional<String> license,
        List<String> licenseFiles) {
    private static final String PLATFORM = "{platform}";
    private static final List<String> USUAL_INCLUDES = List.of("include", PLATFORM + "/include");

    public PrebuiltLibrary {
        files = List.copyOf(files);
        platformFiles = List.copyOf(platformFiles);
        includes = List.copyOf(includes);
        licenseFiles = List.copyOf(licenseFiles);
    }

    /** Returns the words that begin each message about this library on a platform. */
    String where(Platform platform) {
        return "<prebuiltLibrary> " + name + " for " + platform.classifier() + ": ";
    }

    /**
     * Returns the files of a platform, by their paths.
     *
     * @throws WrongSettingException if there is none, or if one has another hash than the pinned one
     */
    public List<PrebuiltFile> files(Platform platform) throws IOException {
        List<PlatformFiles> own = platformFiles.stream()
                .filter(some -> some.matches(platform.classifier()))
                .toList();
        List<PrebuiltFile> found = new ArrayList<>();
        if (own.isEmpty()) {
            found.addAll(matching(files, platform));
        }
        for (PlatformFiles some : own) {
            List<PrebuiltFile> these = matching(some.files(), platform);
            if (some.sha256().isPresent()) {
                requireHash(these, some.sha256().get(), platform);
            }
            found.addAll(these);
        }
        return found.stream().distinct().toList();
    }

    /** Returns the texts of its licence, in a fixed order. */
    public List<Path> licenseTexts() throws IOException {
        List<Path> texts = files(licenseFiles);
        if (texts.isEmpty() && !licenseFiles.isEmpty()) {
            throw new WrongSettingException("<prebuiltLibrary> " + name + ": nothing in " + source.folder()
                    + " is one of its <licenseFiles> " + licenseFiles + "; fix: correct them");
        }
        return texts;
    }

    /** Returns the folders of headers that there are for a platform. */
    List<Path> includeFolders(Platform platform) {
        List<Path> folders = new ArrayList<>();
        for (String include : includes.isEmpty() ? USUAL_INCLUDES : includes) {
            Path folder = source.folder()
                    .resolve(include.replace(PLATFORM, platform.classifier()))
                    .normalize();
            if (Files.isDirectory(folder)) {
                folders.add(folder);
            } else if (!includes.isEmpty()) {
                throw new WrongSettingException(
                        where(platform) + "there is no folder " + folder + "; fix: correct its <includes>");
            }
        }
        return folders;
    }

    private List<PrebuiltFile> matching(List<String> globs, Platform platform) throws IOException {
        List<PrebuiltFile> found = new ArrayList<>();
        for (String glob : globs) {
            String pattern = glob.replace(PLATFORM, platform.classifier());
            List<Path> matching = files(List.of(pattern));
            if (matching.isEmpty()) {
                throw new WrongSettingException(where(platform) + "there is no file '" + pattern + "' in "
                        + source.folder() + "\n  fix: put it there, name the platform's file in a <platformFile>, or"
                        + " remove the platform from <platforms>");
            }
            for (Path file : matching) {
                found.add(new PrebuiltFile(name, file, path(file), Sha256.of(file)));
            }
        }
        if (found.isEmpty()) {
            throw new WrongSettingException(where(platform) + "no file is named for this platform"
                    + "\n  fix: add a <platformFile> for it, or <files> for all platforms, or remove the platform from"
                    + " <platforms>");
        }
        return found;
    }

    private List<Path> files(List<String> globs) throws IOException {
        Globs wanted = Globs.of(globs);
        try (Stream<Path> all = Files.walk(source.folder())) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> wanted.matches(source.folder().relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private String path(Path file) {
        return source.folder().relativize(file).toString().replace('\\', '/');
    }

    private void requireHash(List<PrebuiltFile> found, Sha256 pinned, Platform platform) {
        if (found.size() != 1) {
            throw new WrongSettingException(where(platform) + "<sha256> pins one file, and there are " + found.size()
                    + ": " + found.stream().map(PrebuiltFile::path).toList()
                    + "\n  fix: give each file a <platformFile> of its own");
        }
        PrebuiltFile file = found.get(0);
        if (!file.sha256().equals(pinned)) {
            throw new WrongSettingException(where(platform) + file.path() + " has the SHA-256 " + file.sha256()
                    + ", and " + pinned + " is pinned"
                    + "\n  fix: find out who changed the file; if the new one is right, correct <sha256>");
        }
    }
}
