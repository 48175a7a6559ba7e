package io.github.cffi4j.internal.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
    @TempDir
    Path folder;

    /** A process of its own that loads from a class path and says what it got. */
    static final class ColdStart {
        private ColdStart() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            PublishedLibrary library = PublishedLibrary.at(folder.resolve("jars"));
            try (URLClassLoader classPath = library.open()) {
                Class<?> geo = classPath.loadClass(Geo.class.getName());
                Path file = new LibraryLoader(new FakeSurroundings(folder)).provide(geo, "geo", path -> {});
                System.out.println(Sha256.of(Files.readAllBytes(file)));
            }
        }
    }

    @Test
    void severalProcessesStartAtOnce() throws Exception {
        PublishedLibrary.in(folder.resolve("jars"));
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(start());
        }
        for (Process process : processes) {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(output.strip()).isEqualTo(PublishedLibrary.DIGEST.hex());
        }
        try (Stream<Path> files = Files.walk(folder.resolve("home"))) {
            assertThat(files.filter(Files::isRegularFile)).singleElement().satisfies(file -> assertThat(file)
                    .hasFileName("libgeo.so"));
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdStart.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }
}
