package io.github.cffi4j.it.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Machines that are not as they should be. */
class SurroundingsIT {
    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void build() throws Exception {
        machine = new Machine(folder, 0);
    }

    @Test
    void withoutAHome() throws Exception {
        machine.cache = null;

        assertThat(machine.start("-Duser.home=?").loaded()).startsWith(machine.folder("tmp"));
    }

    @Test
    void withoutAnyFolder() throws Exception {
        machine.cache = null;

        assertThat(machine.start("-Duser.home=?", "-Djava.io.tmpdir=?").output())
                .contains("NativeLibraryNotFoundException: io.github.cffi4j.it.loader.Geo could not load")
                .doesNotContain("ExceptionInInitializerError")
                .contains("tried:        no folder: there is no home and no temporary folder")
                .contains("what to do:   name a folder of your own with -Dcffi4j.cache.dir");
    }

    @Test
    void aLongPathOfForeignLetters() throws Exception {
        machine.cache = machine.folder("täter/日本語/" + "long/".repeat(20) + "\uD83D\uDC31");

        assertThat(machine.start("-Dsun.jnu.encoding=UTF-8").output()).contains(Geo.LOADED);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the user's profile keeps others out")
    void aCacheThatAllMayWriteTo() throws Exception {
        Files.setPosixFilePermissions(machine.cache, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(machine.start().loaded()).startsWith(machine.folder("home"));
        assertThat(machine.cache).isEmptyDirectory();
    }

    @Test
    void twoVersionsInOneClassPath() throws Exception {
        Path other = machine.folder("other");
        Path resource = machine.geo()
                .platform()
                .relativize(Machine.files(machine.geo().platform()).get(0));
        PublishedGeo.write(other.resolve(resource), PublishedGeo.otherLibrary());
        machine.putFirst(other);

        assertThat(machine.start().loaded()).hasBinaryContent(machine.geo().content());
    }

    @Test
    void theLibraryOfTheEnvironmentIsTakenAsItIs() throws Exception {
        Path own = Files.write(folder.resolve("own.so"), PublishedGeo.otherLibrary());

        assertThat(machine.start("-Dcffi4j.geo.path=" + own).loaded()).isEqualTo(own);
        assertThat(machine.cache).isEmptyDirectory();
    }

    @Test
    void aLibraryThatIsNone() throws Exception {
        Path own = Files.writeString(
                folder.resolve("own.so"),
                "this is no library, but it is long enough to have a header, " + "were it one");

        assertThat(machine.start("-Dcffi4j.geo.path=" + own).output())
                .contains("could not load the library chosen by -Dcffi4j.geo.path=" + own)
                .contains("what to do:   use a shared library that is made for");
    }
}
