package io.github.cffi4j.cdef;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes that a JVM loads to parse its first cdef: they are most of what that costs. */
class FirstParseTest {
    private static final int MOST_CLASSES = 150;

    private static final String SHORT = """
        typedef struct point { double x, y; } point;
        int add(int a, int b);
        #define N 10
        """;

    /** More of the language. No conditions: the table of predefined macros that they need is not in this module. */
    private static final String LONG = """
        typedef unsigned int word;
        #pragma pack(push, 4)
        struct s { const char *name; word a : 3, b : 5; union { float f; int i[N]; }; } __attribute__((packed));
        #pragma pack(pop)
        enum colour { RED = 'r', GREEN = 0x1F, BLUE };
        typedef int (*callback)(void *data, const struct s *, ...);
        typedef ... *handle;
        typedef int... number;
        extern "Java" { void called(callback c); }
        [[ffi::critical]] handle __stdcall open_it(const char *name, size_t n, int rows[n]);
        static const double PI;
        extern const char *const VERSION;
        #define RATIO (-1.5e3f + sizeof(int) * 2)
        """;

    /** Loads what every program loads, and opens the jar of the platforms if the build has made one. */
    static final class Empty {
        public static void main(String[] arguments) {
            if (Tier.values().length == 0) {
                throw new IllegalStateException();
            }
        }
    }

    /** Parses a cdef. */
    static final class Parse {
        public static void main(String[] arguments) throws CdefException {
            ConditionalCdef cdef = CdefParser.parse(new SourceText("First.cdef", arguments[0]));
            if (cdef.on(Platform.LINUX_X86_64).declarations().isEmpty()
                    || !cdef.notes().isEmpty()) {
                throw new IllegalStateException("not what was to be measured: " + cdef.notes());
            }
        }
    }

    @Test
    @DisplayName("a first cdef of three declarations loads at most 150 classes more than an empty program")
    void fewClasses(@TempDir Path folder) throws Exception {
        Set<String> loaded = loadedFor(SHORT, folder);

        assertThat(loaded)
                .contains(CdefParser.class.getName(), Declaration.Macro.class.getName())
                .hasSizeLessThanOrEqualTo(MOST_CLASSES);
    }

    @Test
    @DisplayName("a first cdef needs no lambdas, streams, regular expressions or reflection")
    void noMachinery(@TempDir Path folder) throws Exception {
        for (String cdef : List.of(SHORT, LONG)) {
            assertThat(loadedFor(cdef, folder))
                    .contains(Declaration.Typedef.class.getName())
                    .noneMatch(name -> name.startsWith("java.lang.invoke.")
                            || name.startsWith("java.util.stream.")
                            || name.startsWith("java.util.regex.")
                            || name.startsWith("jdk.internal.reflect."));
        }
    }

    private static Set<String> loadedFor(String cdef, Path folder) throws Exception {
        Set<String> loaded = loaded(Parse.class, cdef, folder);
        loaded.removeAll(loaded(Empty.class, "", folder));
        return loaded;
    }

    /** The names of the classes that a program loads. */
    private static Set<String> loaded(Class<?> program, String argument, Path folder) throws Exception {
        Path log = folder.resolve(program.getSimpleName() + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log.getFileName() + "::filecount=0",
                "-cp",
                classPath(program, CdefParser.class, Platform.class),
                program.getName(),
                argument);
        builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        Process process =
                builder.directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return classes(log);
    }

    private static Set<String> classes(Path log) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (String line : Files.readAllLines(log)) {
            int source = line.indexOf(" source: ");
            if (source > 0) {
                names.add(line.substring(line.lastIndexOf(' ', source - 1) + 1, source));
            }
        }
        return names;
    }

    private static String classPath(Class<?>... classes) throws URISyntaxException {
        List<String> places = new ArrayList<>();
        for (Class<?> type : classes) {
            places.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return String.join(File.pathSeparator, places);
    }
}
