package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.generated.LibraryLoader;
import io.github.cffi4j.platform.Host;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a debugger gets: docs/debugging.md shows the same by hand (fault 10). */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
class DebugIT {
    private static final String LINUX = "linux-x86_64";
    private static final String WINDOWS = "windows-x86_64";
    private static final String LIBRARY = "META-INF/lib/linux_64/libcrash.so";
    private static final Pattern SYMBOLS = Pattern.compile("\\.build-id/([0-9a-f]{2})/([0-9a-f]{38})\\.debug");

    /** {@code C  [libcrash.so+0x1380]} */
    private static final Pattern FRAME = Pattern.compile("C {2}\\[libcrash\\.so\\+(0x[0-9a-f]+)]");

    @Test
    void theSymbolsAreInAJarOfTheirOwn(Path work) throws IOException {
        TestProject plain = build(work.resolve("plain"));
        TestProject project = build(work.resolve("symbols"), "-Dffi.symbols");
        byte[] stripped = entry(plain.jar(LINUX), LIBRARY);
        byte[] library = entry(project.jar(LINUX), LIBRARY);
        byte[] symbols = symbols(project.jar(LINUX + "-symbols"));

        assertThat(plain.file("target/crash-1.0-" + LINUX + "-symbols.jar")).doesNotExist();
        assertThat(text(stripped)).doesNotContain(".debug_info", ".gnu_debuglink", ".symtab");
        assertThat(text(library)).contains(".gnu_debuglink").doesNotContain(".debug_info", ".symtab");
        assertThat(library).hasSizeLessThan(stripped.length + 400);
        assertThat(text(symbols)).contains(".debug_info", ".symtab");
        // What the library says of the file: its name, padding, its checksum.
        CRC32 checksum = new CRC32();
        checksum.update(symbols);
        int at = text(library).indexOf("libcrash.so.debug\0");
        int sum = (at + "libcrash.so.debug\0".length() + 3) / 4 * 4;
        assertThat(at).isPositive();
        assertThat(ByteBuffer.wrap(library).order(ByteOrder.LITTLE_ENDIAN).getInt(sum))
                .isEqualTo((int) checksum.getValue());
        assertThat(text(library)).contains(new String(buildId(project), StandardCharsets.ISO_8859_1));
        assertThat(project.read("target/ffi/pom.xml")).doesNotContain("symbols");
    }

    @Test
    void theSymbolsAreTheSameBytesWhereverTheyAreMade(Path work) throws IOException {
        String[] settings = {"-Dffi.symbols", "-Dffi.cache.megabytes=0"};
        TestProject one = build(work.resolve("one"), settings);
        TestProject other = build(work.resolve("another place"), settings);

        for (String classifier : List.of(LINUX, LINUX + "-symbols")) {
            assertThat(other.jar(classifier)).hasSameBinaryContentAs(one.jar(classifier));
        }
        assertThat(text(symbols(one.jar(LINUX + "-symbols"))))
                .doesNotContain(work.toString(), System.getProperty("user.home") + "/");
    }

    /** Where Windows' debuggers look for it, by the GUID that the library has. */
    @Test
    void thePdbIsInAJarOfItsOwn(Path work) throws IOException {
        TestProject project = copy(work);
        project.run("package", "-DskipTests", "-Dffi.platforms=" + WINDOWS, "-Dffi.symbols")
                .succeeded();

        assertThat(Jars.files(project.jar(WINDOWS + "-symbols")))
                .filteredOn(name -> name.endsWith(".pdb"))
                .singleElement()
                .asString()
                .matches("crash\\.pdb/[0-9A-F]{32}1/crash\\.pdb");
        assertThat(text(entry(project.jar(WINDOWS), "META-INF/lib/windows_64/crash.dll")))
                .contains("RSDS", "crash.pdb\0");
    }

    @Test
    void aDebugBuildIsNotReleased(Path work) throws IOException {
        TestProject project = copy(work);
        String there =
                "-DaltDeploymentRepository=there::" + work.resolve("there").toUri();

        BuildOutcome build =
                project.run("deploy", "-Dffi.platforms=" + LINUX, "-Dffi.deployPartial", "-Dffi.debug", there);

        assertThat(build.failed().text()).contains("-Dffi.debug: a debug build is not for a release.");
        assertThat(work.resolve("there/org/example/crash")).doesNotExist();
        project.run("package", "-Dffi.platforms=" + LINUX, "-Dffi.debug").succeeded();
        assertThat(text(entry(project.jar(LINUX), LIBRARY))).contains(".debug_info", ".symtab");
    }

    /** A real crash, read with binutils and gdb. */
    @Test
    @Tag("demanding")
    void aCrashIsRead(Path work) throws Exception {
        TestProject project = build(work, "-Dffi.symbols");
        Path file = Files.write(work.resolve("libcrash.so.debug"), symbols(project.jar(LINUX + "-symbols")));
        Path log = work.resolve("hs_err.log");

        crash(project, log).failed();

        Matcher frame = FRAME.matcher(Files.readString(log));
        assertThat(frame.find()).as(Files.readString(log)).isTrue();
        BuildOutcome place = JavaProgram.run(List.of("addr2line", "-f", "-i", "-e", file.toString(), frame.group(1)));
        assertThat(place.succeeded().lines().get(0)).isEqualTo("read_at");
        assertThat(place.text()).contains("Crash.c:2").contains("crash\n").contains("Crash.c:6");
        BuildOutcome gdb =
                JavaProgram.run(List.of("gdb", "-batch", "-ex", "info line *" + frame.group(1), file.toString()));
        assertThat(gdb.succeeded().text()).contains("Line 2 of").contains("Crash.c");
    }

    private static BuildOutcome crash(TestProject project, Path log) throws Exception {
        String classPath = Stream.of(
                        project.jar(),
                        project.jar(LINUX),
                        JavaProgram.jarOf(LibraryLoader.class),
                        JavaProgram.jarOf(Host.class))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return JavaProgram.run(List.of(
                java.toString(),
                "-XX:ErrorFile=" + log,
                "-XX:-CreateCoredumpOnCrash",
                "-cp",
                classPath,
                "org.example.crash.Main"));
    }

    private static TestProject copy(Path work) throws IOException {
        TestProject project = TestProject.copy("crash", work);
        ChildMaven.usual().run(work.resolve("parent"), "install").succeeded();
        return project;
    }

    private static TestProject build(Path work, String... settings) throws IOException {
        TestProject project = copy(work);
        String[] all = Stream.concat(Stream.of("package", "-Dffi.platforms=" + LINUX), Stream.of(settings))
                .toArray(String[]::new);
        project.run(all).succeeded();
        return project;
    }

    private static byte[] buildId(TestProject project) throws IOException {
        try (JarFile jar = new JarFile(project.jar(LINUX + "-symbols").toFile())) {
            Matcher name = jar.stream()
                    .map(entry -> SYMBOLS.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .findFirst()
                    .orElseThrow();
            return HexFormat.of().parseHex(name.group(1) + name.group(2));
        }
    }

    private static byte[] symbols(Path jar) throws IOException {
        TreeMap<String, byte[]> found = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().toList()) {
                if (SYMBOLS.matcher(entry.getName()).matches()) {
                    found.put(entry.getName(), file.getInputStream(entry).readAllBytes());
                }
            }
        }
        assertThat(found).hasSize(1);
        return found.firstEntry().getValue();
    }

    private static byte[] entry(Path jar, String name) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getInputStream(file.getEntry(name)).readAllBytes();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
