package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.Arena;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scijava.nativelib.NativeLoader;
import org.slf4j.LoggerFactory;

/** A cdef that differs between platforms: one Java class, which says at the call what this machine lacks. */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
class PlatformConditionsIT {
    private static final String UNIX =
            "linux-x86_64 linux-aarch_64 linux-x86_64-musl linux-aarch_64-musl" + " osx-x86_64 osx-aarch_64";
    private static final String WINDOWS = "windows-x86_64 windows-aarch_64";

    @Test
    void whatAPlatformLacksThrowsThere(Path work) throws Exception {
        TestProject project = TestProject.copy("systems", work);
        Platform host = Host.current().platform();
        project.run("package", "-Dffi.platforms=host").succeeded();

        BuildOutcome program = JavaProgram.run(
                List.of(
                        project.jar(),
                        project.jar(host.classifier()),
                        JavaProgram.jarOf(Arena.class),
                        JavaProgram.jarOf(Platform.class),
                        JavaProgram.jarOf(NativeLoader.class),
                        JavaProgram.jarOf(LoggerFactory.class),
                        JavaProgram.jarOf(org.slf4j.nop.NOPServiceProvider.class)),
                "org.example.systems.Main");

        boolean windows = host.os() == OperatingSystem.WINDOWS;
        assertThat(program.succeeded().lines())
                .containsExactly(
                        "answer: 42",
                        windows ? lacking("mounts()", host, UNIX) : "47",
                        windows ? "67" : lacking("drives()", host, WINDOWS),
                        windows ? "67" : lacking("DRIVE", host, WINDOWS));
    }

    private static String lacking(String what, Platform host, String platforms) {
        return "java.lang.UnsupportedOperationException: " + what + " is not there on " + host + ", only on "
                + platforms;
    }
}
