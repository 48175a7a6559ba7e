package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Host;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The doctor, as somebody calls it who has no project. */
@ExtendWith(WorkFolder.class)
@Tag("thorough")
class DoctorIT {
    private static final String GOAL = "io.github.cffi4j:ffi-maven-plugin:" + TestSettings.VERSION + ":doctor";

    /** The doctor of the tests is offline, and needs what its plugin needs. */
    @BeforeAll
    static void fetchThePlugin(Path work) {
        ChildMaven.usual().run(work, GOAL, "-Dffi.skip").succeeded();
    }

    @Test
    void saysWhatABuildAndTheLoaderSee(Path work) throws Exception {
        Path zig = BuildsAtOnceIT.zig().executable();

        BuildOutcome said =
                ChildMaven.usual().run(work, GOAL, "-Dffi.zig=" + zig, "-o").succeeded();

        assertThat(said.info())
                .contains("what a build with ffi-maven-plugin " + TestSettings.VERSION + " sees of this machine")
                .anyMatch(line -> line.matches("  Java +" + System.getProperty("java.version") + ", .*"))
                .anyMatch(line -> line.matches("  Maven +[0-9].*, offline"))
                .anyMatch(line -> line.matches("  zig +is there"))
                .anyMatch(line -> line.matches("    configured path +zig 0.16.0, .*"))
                .anyMatch(line -> line.matches("    download +not asked, the build is offline"))
                .contains("cffi4j's view of this machine")
                .anyMatch(line -> line.matches("  platform: +" + Host.current().platform()));
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void saysWhatIsWrongWithTheCacheAndWithZig(Path work) throws Exception {
        Path file = Files.writeString(work.resolve("file"), "");

        BuildOutcome said = ChildMaven.usual()
                .run(work, GOAL, "-Dffi.cache.dir=" + file.resolve("cache"), "-Dffi.zig=" + file.resolve("zig"), "-o")
                .succeeded();

        assertThat(said.info())
                .anyMatch(line -> line.matches("  cache +.*: cannot write or read .*"))
                .anyMatch(line -> line.matches("  zig +is not there yet.*"))
                .anyMatch(line -> line.matches("    configured path +-Dffi.zig=.*there is no zig at .*"));
    }
}
