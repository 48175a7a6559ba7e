package io.github.cffi4j.build.compile;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The languages of sources, told by the ends of their names as compilers do. */
public enum SourceLanguage {
    C("cc", List.of(".c")),
    CPP("c++", List.of(".cpp", ".cc", ".cxx")),
    ASSEMBLY("cc", List.of(".S"));

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

    /** The language of a file, if it is a source. */
    public static Optional<SourceLanguage> of(Path file) {
        String name = file.getFileName().toString();
        return Arrays.stream(values())
                .filter(language -> language.suffixes.stream().anyMatch(name::endsWith))
                .findFirst();
    }
}
