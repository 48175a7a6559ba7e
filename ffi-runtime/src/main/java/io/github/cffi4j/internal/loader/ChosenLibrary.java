package io.github.cffi4j.internal.loader;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A library that the user wants instead of the bundled one. It is loaded as it is.
 *
 * @param origin the setting that chose it, for people
 */
record ChosenLibrary(Path file, String origin) {
    static final String FOLDER_PROPERTY = "cffi4j.library.dir";
    private static final String SYSTEM = "system";

    static String pathProperty(String library) {
        return "cffi4j." + library + ".path";
    }

    /** For this library a path, or {@code system}; or for all a folder, which need not have all of them. */
    static Optional<ChosenLibrary> find(Surroundings surroundings, String library) {
        Optional<Setting> path = surroundings.setting(pathProperty(library));
        if (path.isPresent()) {
            Setting setting = path.get();
            Path file = setting.value().equals(SYSTEM) ? systemLibrary(surroundings, library) : setting.path();
            return Optional.of(new ChosenLibrary(file, setting.origin() + "=" + setting.value()));
        }
        Optional<Setting> folder = surroundings.setting(FOLDER_PROPERTY);
        if (folder.isPresent()) {
            Path file = folder.get().path().resolve(System.mapLibraryName(library));
            if (Files.isRegularFile(file)) {
                return Optional.of(new ChosenLibrary(
                        file, folder.get().origin() + "=" + folder.get().value()));
            }
        }
        return Optional.empty();
    }

    /** The first in {@code java.library.path}, or where it would be if there is none. */
    private static Path systemLibrary(Surroundings surroundings, String library) {
        String name = System.mapLibraryName(library);
        String folders = surroundings.property("java.library.path").orElse(".");
        Path first = null;
        for (String folder : folders.split(File.pathSeparator)) {
            Path file = inFolder(folder, name);
            if (file != null && Files.isRegularFile(file)) {
                return file;
            }
            first = first == null ? file : first;
        }
        return first == null ? Path.of(name).toAbsolutePath() : first;
    }

    /** {@code null} if there can be no folder of that name. */
    private static Path inFolder(String folder, String name) {
        try {
            return Path.of(folder, name).toAbsolutePath();
        } catch (InvalidPathException e) {
            LoaderLog.debug("passing over {} of java.library.path: {}", folder, e.toString());
            return null;
        }
    }
}
