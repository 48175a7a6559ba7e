package io.github.cffi4j.it.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** File systems and users that only root can make: on Linux, in the demanding run. */
@Tag("demanding")
class RootIT {
    private static final int LIBRARY_SIZE = 4 << 20;
    private static final List<String> ADA = user(4711);
    private static final List<String> EVE = user(4712);

    @TempDir
    Path folder;

    private Machine machine;
    private Path mount;

    @BeforeEach
    void build() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        machine = new Machine(folder, LIBRARY_SIZE);
        mount = machine.folder("mount");
        run("mount", "-t", "tmpfs", "-o", "size=1m,mode=755", "tmpfs", mount.toString());
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", mount.toString());
    }

    @Test
    void aFullDiskIsPassedOverAndLeftClean() throws Exception {
        machine.cache = Files.createDirectory(mount.resolve("cache"));

        assertThat(machine.start().loaded()).startsWith(machine.folder("home"));
        assertThat(Machine.files(mount)).isEmpty();
    }

    @Test
    void aMachineOfFullDisksExplains() throws Exception {
        machine.cache = Files.createDirectory(mount.resolve("cache"));

        assertThat(machine.start("-Duser.home=" + mount, "-Djava.io.tmpdir=" + mount)
                        .output())
                .contains(machine.cache + ": No space left on device")
                .contains("name a folder of your own with -Dcffi4j.cache.dir");
        assertThat(Machine.files(mount)).isEmpty();
    }

    @Test
    void aFileSystemWithoutExecutionIsPassedOver() throws Exception {
        run("mount", "-o", "remount,noexec,size=64m", mount.toString());
        machine.cache = Files.createDirectory(mount.resolve("cache"));

        assertThat(machine.start().loaded()).startsWith(machine.folder("home"));
    }

    @Test
    void aMachineWithoutExecutionExplains() throws Exception {
        run("mount", "-o", "remount,noexec,size=64m", mount.toString());
        machine.cache = Files.createDirectory(mount.resolve("cache"));

        assertThat(machine.start("-Duser.home=" + mount, "-Djava.io.tmpdir=" + mount)
                        .output())
                .contains(machine.cache + ": failed to map segment from shared object")
                .contains("on a file system that allows running programs (this one is mounted noexec");
    }

    @Test
    void aReadOnlyCacheIsPassedOverUntilItHasTheLibrary() throws Exception {
        run("mount", "-o", "remount,size=64m", mount.toString());
        machine.cache = Files.createDirectory(mount.resolve("cache"));
        run("mount", "-o", "remount,ro", mount.toString());
        assertThat(machine.start().loaded()).startsWith(machine.folder("home"));

        run("mount", "-o", "remount,rw", mount.toString());
        machine.start().loaded();
        run("mount", "-o", "remount,ro", mount.toString());
        assertThat(machine.start().loaded()).isEqualTo(machine.cached(machine.cache));
    }

    @Test
    void aCacheOfSomebodyElseIsPassedOver() throws Exception {
        Files.setAttribute(machine.cache, "unix:uid", 4712);

        assertThat(machine.start().loaded()).startsWith(machine.folder("home"));
        assertThat(machine.cache).isEmptyDirectory();
    }

    @Test
    void aFileOfSomebodyElseIsReplaced() throws Exception {
        Path file = machine.start().loaded();
        Files.setAttribute(file, "unix:uid", 4712);

        assertThat(machine.start().loaded()).isEqualTo(file);
        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(0);
    }

    @Test
    void twoUsersShareATemporaryFolder() throws Exception {
        machine.cache = null;
        shareTemporaryFolder();

        Path ofAda = machine.startBy(ADA, "-Duser.home=?", "-Duser.name=ada").loaded();
        Path ofEve = machine.startBy(EVE, "-Duser.home=?", "-Duser.name=eve").loaded();

        assertThat(ofAda).startsWith(machine.folder("tmp").resolve("cffi4j-ada"));
        assertThat(ofEve).startsWith(machine.folder("tmp").resolve("cffi4j-eve"));
    }

    /** A folder for this process alone takes its place, and is gone afterwards (fault 29). */
    @Test
    void aFolderThatSomebodyElsePreparedIsPassedOver() throws Exception {
        machine.cache = null;
        shareTemporaryFolder();
        Path trap = machine.cached(machine.folder("tmp").resolve("cffi4j-ada"));
        PublishedGeo.write(trap, PublishedGeo.otherLibrary());
        for (Path path = trap; !path.endsWith("tmp"); path = path.getParent()) {
            Files.setAttribute(path, "unix:uid", 4712);
        }

        assertThat(machine.startBy(ADA, "-Duser.home=?", "-Duser.name=ada").output())
                .contains(Geo.LOADED)
                .doesNotContain(trap.toString());
        try (Stream<Path> left = Files.list(machine.folder("tmp"))) {
            assertThat(left).extracting(path -> path.getFileName().toString()).contains("cffi4j-ada");
        }
    }

    private void shareTemporaryFolder() throws IOException, InterruptedException {
        run("chmod", "1777", machine.folder("tmp").toString());
    }

    private static List<String> user(int number) {
        return List.of("setpriv", "--reuid=" + number, "--regid=" + number, "--clear-groups");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("%s: %s", String.join(" ", command), said)
                .isZero();
    }
}
