package io.github.cffi4j.compiler.compile;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names of files that are the same in another checkout and on another machine: a folder that differs from one to the
 * other is replaced by a name for it. Immutable.
 */
final class PortableNames {
    private final Map<String, Path> folders = new LinkedHashMap<>();

    /**
     * @param base the module's folder
     * @param cache the user's cache, where fetched sources are
     */
    PortableNames(Path base, Path cache) {
        folders.put("{module}", base);
        folders.put("{cache}", cache);
    }

    /** A text with the folders in it replaced. */
    String in(String text) {
        String portable = text;
        for (Map.Entry<String, Path> folder : folders.entrySet()) {
            portable = portable.replace(folder.getValue().toString(), folder.getKey());
        }
        return portable;
    }

    /** A text with the folders of here in it. */
    String out(String portable) {
        String text = portable;
        for (Map.Entry<String, Path> folder : folders.entrySet()) {
            text = text.replace(folder.getKey(), folder.getValue().toString());
        }
        return text;
    }

    /** A file by its name, and by its real name if it is in none of the folders. */
    String of(Path file) {
        return folders.entrySet().stream()
                .filter(folder -> file.startsWith(folder.getValue()))
                .map(folder -> folder.getKey() + "/"
                        + folder.getValue().relativize(file).toString().replace('\\', '/'))
                .findFirst()
                .orElse(file.toString());
    }

    /** The file of a name, here. */
    Path file(String name) {
        Optional<Map.Entry<String, Path>> found = folders.entrySet().stream()
                .filter(folder -> name.startsWith(folder.getKey() + "/"))
                .findFirst();
        return found.map(folder ->
                        folder.getValue().resolve(name.substring(folder.getKey().length() + 1)))
                .orElseGet(() -> Path.of(name));
    }
}
