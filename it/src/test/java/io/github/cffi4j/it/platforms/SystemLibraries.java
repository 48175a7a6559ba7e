package io.github.cffi4j.it.platforms;

import io.github.cffi4j.it.TestSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the systems' own libraries offer: Apple's list of libSystem, and MinGW's lists for Windows, as zig carries them. */
final class SystemLibraries {
    private static final Path LIBC = Path.of(TestSettings.property("it.zig")).resolveSibling("lib/libc");

    private SystemLibraries() {}

    /** The names that a library offers, as its system spells them. */
    static Set<String> offers(String library) throws IOException {
        if (library.equals("/usr/lib/libSystem.B.dylib")) {
            return words(LIBC.resolve("darwin/libSystem.tbd"));
        }
        String name = library.toLowerCase(Locale.ROOT).replaceAll("\\.dll$", "");
        Set<String> names = new TreeSet<>();
        try (Stream<Path> lists = Stream.of("mingw/lib-common", "mingw/lib32").flatMap(SystemLibraries::files)) {
            for (Path list : lists.filter(
                            list -> list.getFileName().toString().matches(name + "(-common)?\\.def(\\.in)?"))
                    .toList()) {
                names.addAll(words(list));
            }
        }
        return names;
    }

    private static Stream<Path> files(String folder) {
        try {
            return Files.list(LIBC.resolve(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(Path file) throws IOException {
        return new HashSet<>(Arrays.asList(Files.readString(file).split("[^\\w$.]+")));
    }
}
