package io.github.cffi4j.compiler.prebuilt;

import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.StaticLibrary;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The prebuilt libraries of a module.
 *
 * @param libraries in the order in which they are linked: one may call those behind it
 */
public record PrebuiltLibraries(List<PrebuiltLibrary> libraries) {
    private static final int HEAD = 8;

    public PrebuiltLibraries {
        libraries = List.copyOf(libraries);
    }

    /**
     * Returns the settings with which C finds the headers and a link the static libraries. A platform that is not linked in this run
     * gets only the headers: its files may not be there yet.
     *
     * @param platforms all those of the module
     * @param linked those of this run
     * @throws WrongSettingException if a platform has no file, or one that is made for another
     */
    public Map<Platform, CompilerSettings> settings(List<Platform> platforms, List<Platform> linked)
            throws IOException {
        Map<Platform, CompilerSettings> settings = new EnumMap<>(Platform.class);
        for (Platform platform : platforms) {
            CompilerSettings own = CompilerSettings.none();
            for (PrebuiltLibrary library : libraries) {
                boolean now = linked.contains(platform);
                own = own.including(now ? library.includeFolders(platform) : present(library, platform))
                        .linking(now ? staticFiles(library, platform) : List.of());
            }
            settings.put(platform, own);
        }
        return settings;
    }

    private static List<Path> present(PrebuiltLibrary library, Platform platform) {
        try {
            return library.includeFolders(platform);
        } catch (WrongSettingException e) {
            return List.of();
        }
    }

    private static List<String> staticFiles(PrebuiltLibrary library, Platform platform) throws IOException {
        List<String> files = new ArrayList<>();
        for (PrebuiltFile found : library.files(platform)) {
            require(library, found, platform);
            files.add(found.file().toString());
        }
        return files;
    }

    private static void require(PrebuiltLibrary library, PrebuiltFile found, Platform platform) throws IOException {
        if (!isArchive(found.file())) {
            throw new WrongSettingException(library.where(platform) + found.path() + " is not a static library"
                    + "\n  fix: name a static library, which ends in .a, or in .lib for Windows");
        }
        Optional<String> mismatch = StaticLibrary.mismatch(found.file(), platform);
        if (mismatch.isPresent()) {
            throw new WrongSettingException(library.where(platform) + found.path() + " is not for this platform: "
                    + mismatch.get() + "\n  fix: name the static library that was built for " + platform.classifier());
        }
    }

    private static boolean isArchive(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return StaticLibrary.isArchive(content.readNBytes(HEAD));
        }
    }
}
