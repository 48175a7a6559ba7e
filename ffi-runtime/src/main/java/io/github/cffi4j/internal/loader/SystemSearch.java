package io.github.cffi4j.internal.loader;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names by which a library of the user's system is looked for: those that the binding knows, or what the user wants instead. The
 * settings are those of libraries that a module brings along.
 *
 * @param names to open, in order
 * @param origin the setting that chose them, for people; empty if none did
 */
public record SystemSearch(List<String> names, String origin) {
    private static final String SYSTEM = "system";

    public SystemSearch {
        names = List.copyOf(names);
    }

    /**
     * Returns what to look for in this process.
     *
     * @param library the name of the module's library, as in {@code -Dcffi4j.<library>.path}
     * @param candidates the names that the binding knows; none for the process itself
     */
    public static SystemSearch of(String library, List<String> candidates) {
        return of(Surroundings.OF_THIS_PROCESS, library, candidates);
    }

    static SystemSearch of(Surroundings surroundings, String library, List<String> candidates) {
        Optional<Setting> path = surroundings.setting(ChosenLibrary.pathProperty(library));
        if (path.isPresent()) {
            Setting setting = path.get();
            String value = setting.value();
            String origin = setting.origin() + "=" + value;
            if (value.equals(SYSTEM)) {
                return new SystemSearch(inLibraryPath(surroundings, files(library, candidates)), origin);
            }
            // A bare name is the loader's to find.
            return new SystemSearch(List.of(bare(value) ? value : setting.path().toString()), origin);
        }
        Optional<Setting> folder = surroundings.setting(ChosenLibrary.FOLDER_PROPERTY);
        if (folder.isPresent()) {
            for (String file : files(library, candidates)) {
                Path found = folder.get().path().resolve(file);
                if (Files.isRegularFile(found)) {
                    return new SystemSearch(
                            List.of(found.toString()),
                            folder.get().origin() + "=" + folder.get().value());
                }
            }
        }
        return new SystemSearch(candidates, "");
    }

    /** The names of files that the library may have. */
    private static List<String> files(String library, List<String> candidates) {
        List<String> files = new ArrayList<>();
        for (String candidate : candidates) {
            files.add(candidate.substring(Math.max(candidate.lastIndexOf('/'), candidate.lastIndexOf('\\')) + 1));
        }
        files.add(System.mapLibraryName(library));
        return files;
    }

    private static boolean bare(String name) {
        return name.indexOf('/') < 0 && name.indexOf('\\') < 0;
    }

    /** The first that is there, or where each would be in the first folder. */
    private static List<String> inLibraryPath(Surroundings surroundings, List<String> files) {
        String folders = surroundings.property("java.library.path").orElse(".");
        List<String> first = new ArrayList<>();
        for (String folder : folders.split(File.pathSeparator)) {
            List<String> here = new ArrayList<>();
            for (String file : files) {
                Path path;
                try {
                    path = Path.of(folder, file).toAbsolutePath();
                } catch (InvalidPathException e) {
                    LoaderLog.debug("passing over {} of java.library.path: {}", folder, e.toString());
                    break;
                }
                if (Files.isRegularFile(path)) {
                    return List.of(path.toString());
                }
                here.add(path.toString());
            }
            first = first.isEmpty() ? here : first;
        }
        return first;
    }
}
