package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One jar, built here, runs on another processor: on an emulated linux-aarch_64, told by {@code .ci/demanding}. */
@Tag("demanding")
@ExtendWith(WorkFolder.class)
class OneJarOnAarch64IT {

    @Test
    void runsThereToo(Path work) throws Exception {
        TestProject application = OneJarIT.build(work);
        for (String kind : List.of("shaded", "boot")) {
            BuildOutcome program = JavaProgram.run(List.of(
                    TestSettings.property("it.aarch64.emulator"),
                    "-L",
                    TestSettings.property("it.aarch64.root"),
                    TestSettings.property("it.aarch64.java"),
                    "-jar",
                    OneJarIT.jar(application, kind).toString()));

            assertThat(program.succeeded().lines()).as(kind).containsExactly("a triangle on aarch64");
        }
    }
}
