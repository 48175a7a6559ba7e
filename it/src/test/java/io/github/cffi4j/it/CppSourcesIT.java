package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.Arena;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scijava.nativelib.NativeLoader;
import org.slf4j.LoggerFactory;

/** C++ among the sources: its library is linked in, which the lean link has not. zig compiles it first, a minute. */
@Tag("demanding")
@ExtendWith(WorkFolder.class)
class CppSourcesIT {

    @Test
    void exceptionsStreamsAndStaticInitialisersWork(Path work) throws Exception {
        TestProject project = TestProject.copy("words", work);

        BuildOutcome build = project.run("package", "-Dffi.platforms=host").succeeded();

        assertThat(build.info()).anyMatch(line -> line.contains("libwords.so") && line.endsWith("full link"));
        BuildOutcome program = JavaProgram.run(
                List.of(
                        project.jar(),
                        project.jar(Host.current().platform().classifier()),
                        JavaProgram.jarOf(Arena.class),
                        JavaProgram.jarOf(Platform.class),
                        JavaProgram.jarOf(NativeLoader.class),
                        JavaProgram.jarOf(LoggerFactory.class),
                        JavaProgram.jarOf(org.slf4j.nop.NOPServiceProvider.class)),
                "org.example.words.Main");
        assertThat(program.succeeded().lines()).containsExactly("caught: a word has letters", "2 1 -1");
    }
}
