package io.github.cffi4j.compiler.testrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.CommandNotFoundException;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.compiler.process.SearchPath;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Emulators are files here, and what they say is written down. */
class LegSearchTest {
    private static final String BIG_ENDIAN = "    java.specification.version = 17\n    os.arch = s390x\n";

    @TempDir
    Path folder;

    private Path home;
    private PlatformJvm jvm;

    @BeforeEach
    void makeJvm() throws Exception {
        Path root = folder.resolve("root");
        Files.createDirectories(root.resolve("lib"));
        Files.writeString(root.resolve("lib/ld64.so.1"), "");
        home = Files.createDirectories(root.resolve("usr/lib/jvm/java-17"));
        jvm = new PlatformJvm(Platform.LINUX_S390_64, home.resolve("bin/java"), Optional.of(home));
    }

    @Test
    void qemuGetsTheSystemAroundTheJvm() throws Exception {
        program("qemu-s390x");

        LegSearch.Found found = search(command -> command.program().endsWith("qemu-s390x") ? BIG_ENDIAN : null);

        assertThat(found.missing()).isEmpty();
        assertThat(found.legs()).hasSize(1);
        assertThat(found.legs().get(0).command())
                .containsExactly(
                        folder.resolve("qemu-s390x").toString(),
                        "-L",
                        folder.resolve("root").toString(),
                        jvm.java().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC");
    }

    @Test
    void whatRunsByItselfNeedsNoEmulator() throws Exception {
        assertThat(search(command -> BIG_ENDIAN).legs()).singleElement().satisfies(leg -> assertThat(leg.way())
                .isEqualTo(Way.BY_ITSELF));
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        assertThat(search(command -> null).missing())
                .containsExactly(new LegSearch.Missing(Platform.LINUX_S390_64, "no qemu-s390x on the PATH"));
        program("qemu-s390x-static");
        assertThat(search(command -> "").missing())
                .containsExactly(
                        new LegSearch.Missing(Platform.LINUX_S390_64, jvm.java() + " does not start: exit code 1"));
    }

    @Test
    void aJvmOfAnotherProcessorIsRefused() throws Exception {
        assertThat(search(command -> BIG_ENDIAN.replace("s390x", "amd64")).missing())
                .containsExactly(
                        new LegSearch.Missing(Platform.LINUX_S390_64, jvm.java() + " says that it is for amd64"));
    }

    @Test
    void aPlatformWithoutJvmIsTold() throws Exception {
        LegSearch search = new LegSearch(emulators(), command -> {
            throw new AssertionError(command.line());
        });

        assertThat(search.find(List.of(jvm), EnumSet.of(Platform.OSX_AARCH_64)).missing())
                .containsExactly(new LegSearch.Missing(Platform.OSX_AARCH_64, "no JVM named"));
    }

    @Test
    void wineHasAnotherWayToWritePaths() throws Exception {
        Leg leg = new Leg(
                new PlatformJvm(Platform.WINDOWS_X86_64, Path.of("/opt/java.exe"), Optional.empty()),
                new Way("Wine", List.of("/usr/bin/wine"), Map.of()),
                25,
                Platform.LINUX_X86_64);

        assertThat(leg.classPath(List.of(Path.of("/a/b.jar"), Path.of("/c")))).isEqualTo("Z:\\a\\b.jar;Z:\\c");
        assertThat(leg.command())
                .containsExactly("/usr/bin/wine", "/opt/java.exe", "--enable-native-access=ALL-UNNAMED");
    }

    /** The output of a command; null if there is no such program. */
    private interface Answer {
        String of(Command command);
    }

    private LegSearch.Found search(Answer answer) throws IOException, InterruptedException {
        return new LegSearch(emulators(), command -> {
                    String said = answer.of(command);
                    if (said == null) {
                        throw new CommandNotFoundException(command);
                    }
                    return new ProcessResult(
                            command,
                            said.isEmpty() ? 1 : 0,
                            said,
                            "",
                            said.lines().toList());
                })
                .find(List.of(jvm), EnumSet.of(Platform.LINUX_S390_64));
    }

    private Emulators emulators() {
        return new Emulators(new SearchPath(List.of(folder)), Platform.LINUX_X86_64);
    }

    private void program(String name) throws IOException {
        assertThat(Files.createFile(folder.resolve(name)).toFile().setExecutable(true))
                .isTrue();
    }
}
