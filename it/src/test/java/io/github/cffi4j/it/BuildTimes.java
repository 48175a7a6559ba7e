package io.github.cffi4j.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When the objects and libraries of a project were written. Every one is written whole and moved to its place, so one that
 * was made again has another time.
 *
 * @param times by path below {@code target/ffi}
 */
record BuildTimes(Map<String, FileTime> times) {

    static BuildTimes of(TestProject project) throws IOException {
        Path root = project.file("target/ffi");
        Map<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (name.matches(".*\\.(o|so|dylib|dll)")) {
                    times.put(name, Files.getLastModifiedTime(file));
                }
            }
        }
        return new BuildTimes(times);
    }

    /** The files that are new, or were made again, since then. */
    Set<String> madeSince(BuildTimes before) {
        Set<String> made = new TreeSet<>(times.keySet());
        made.removeIf(name -> times.get(name).equals(before.times.get(name)));
        return made;
    }
}
