package io.github.cffi4j.compiler.compile;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The languages of sources, told by the ends of their names as compilers do: {@code .C} is C++, {@code .c} is C. */
public enum SourceLanguage {
    C("cc", List.of(".c")),
    CPP("c++", List.of(".cpp", ".cc", ".cxx", ".c++", ".cp", ".C", ".CPP")),
    ASSEMBLY("cc", List.of(".S", ".s"));

    /** Of sources that zig does not compile for every platform, or takes for something else. Lower case. */
    private static final Set<String> OTHERS = Set.of(
            ".m", ".mm", ".cu", ".cppm", ".ixx", ".i", ".ii", ".sx", ".asm", ".nasm", ".f", ".for", ".f77", ".f90",
            ".f95", ".f03", ".f08", ".rs", ".go", ".zig", ".swift", ".pyx", ".cl", ".ispc", ".rc", ".adb", ".pas");

    private final String driver;
    private final List<String> suffixes;

    SourceLanguage(String driver, List<String> suffixes) {
        this.driver = driver;
        this.suffixes = suffixes;
    }

    /** The zig command that compiles it, and that links in full what was made of it. */
    String driver() {
        return driver;
    }

    /** The ends of the names of its sources, with the dot. */
    public List<String> suffixes() {
        return suffixes;
    }

    /** The language of a file, if it is a source. */
    public static Optional<SourceLanguage> of(Path file) {
        String suffix = suffix(file);
        return Arrays.stream(values())
                .filter(language -> language.suffixes.contains(suffix))
                .findFirst();
    }

    /** Returns true if people would expect the file to be compiled, and it is not. */
    public static boolean isOfAnother(Path file) {
        String suffix = suffix(file);
        String lower = suffix.toLowerCase(Locale.ROOT);
        return of(file).isEmpty()
                && (OTHERS.contains(lower)
                        || Arrays.stream(values()).anyMatch(language -> language.suffixes.contains(lower)));
    }

    private static String suffix(Path file) {
        String name = file.getFileName().toString();
        return name.substring(Math.max(0, name.lastIndexOf('.')));
    }
}
