package io.github.cffi4j.compiler.compile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files that the author's flags make a link read, besides the object files. */
final class LinkInputs {
    private LinkInputs() {}

    /** The files that are named, and those of the named libraries that are in the named folders. */
    static List<Path> of(CompilerSettings settings) {
        List<Path> files = new ArrayList<>();
        List<String> names = new ArrayList<>(settings.libraries());
        List<Path> folders = new ArrayList<>();
        for (String flag : settings.linkerFlags()) {
            if (flag.startsWith("-L")) {
                folders.add(Path.of(flag.substring(2)));
            } else if (flag.startsWith("-l")) {
                names.add(flag.substring(2));
            } else if (!flag.startsWith("-")) {
                files.add(Path.of(flag));
            }
        }
        for (Path folder : folders) {
            for (String name : names) {
                Stream.of(
                                "lib" + name + ".a",
                                "lib" + name + ".so",
                                "lib" + name + ".dylib",
                                "lib" + name + ".tbd",
                                name + ".lib",
                                "lib" + name + ".dll.a",
                                name + ".dll")
                        .map(folder::resolve)
                        .forEach(files::add);
            }
        }
        return files.stream()
                .map(file -> file.toAbsolutePath().normalize())
                .filter(Files::isRegularFile)
                .distinct()
                .toList();
    }
}
