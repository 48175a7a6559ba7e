package io.github.cffi4j.compiler.verify;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text that generated C includes before everything else: the author's preamble, or without one what CFFI includes. */
public final class Prelude {
    private static final String STANDARD = Stream.of(
                    "errno.h",
                    "math.h",
                    "stdarg.h",
                    "stddef.h",
                    "stdint.h",
                    "stdio.h",
                    "stdlib.h",
                    "string.h",
                    "sys/types.h")
            .map(header -> "#include <" + header + ">\n")
            .collect(Collectors.joining());

    private Prelude() {}

    /**
     * The lines.
     *
     * @param preamble the file the author includes headers in, as an {@code #include} finds it
     */
    public static String of(Optional<String> preamble) {
        // Not with a preamble: it may have functions of its own by the names of the standard library's.
        return preamble.map(file -> "#include \"" + file + "\"\n").orElse(STANDARD);
    }
}
