package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.Arena;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scijava.nativelib.NativeLoader;
import org.slf4j.LoggerFactory;

/** A library that users have and the build does not: linked by a stub, audited, and really called. */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
class SystemLibraryIT {
    @Test
    void callsTheLibraryOfTheMachine(Path work) throws Exception {
        TestProject project = TestProject.copy("systemlibrary", work);
        Platform host = Host.current().platform();
        BuildOutcome built = project.run("verify");
        built.succeeded();
        assertThat(built.lines()).noneMatch(line -> line.contains("needed-library"));

        BuildOutcome program = JavaProgram.run(
                List.of(
                        project.jar(),
                        project.jar(host.classifier()),
                        JavaProgram.jarOf(Arena.class),
                        JavaProgram.jarOf(Platform.class),
                        JavaProgram.jarOf(NativeLoader.class),
                        JavaProgram.jarOf(LoggerFactory.class),
                        JavaProgram.jarOf(org.slf4j.nop.NOPServiceProvider.class)),
                "org.example.zlib.Main");

        CRC32 crc = new CRC32();
        crc.update("the library of this machine".repeat(100).getBytes(StandardCharsets.UTF_8));
        assertThat(program.succeeded().lines()).containsExactly("crc32: " + Long.toHexString(crc.getValue()), "zlib 1");
    }
}
