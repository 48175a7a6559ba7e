package io.github.cffi4j.it.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.it.TestSettings;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page says what is run. {@code -Dgoldens.update=true} writes it anew. */
class PlatformsPageIT {
    private static final Path PAGE =
            Path.of(TestSettings.property("it.checkout")).resolve("docs/platforms.md");

    @Test
    void thePageSaysWhatIsRun() throws IOException {
        if (Boolean.getBoolean("goldens.update")) {
            Files.writeString(PAGE, PlatformsPage.text());
        }
        assertThat(PAGE).content().isEqualTo(PlatformsPage.text());
    }

    @Test
    void eachPlatformIsRunOrThereIsAReason() {
        assertThat(Stream.concat(
                        Leg.ALL.stream().map(Leg::platform), Gap.ALL.stream().map(Gap::platform)))
                .containsAll(List.of(Platform.values()));
        assertThat(Gap.ALL).allSatisfy(gap -> assertThat(gap.what().equals("all"))
                .isEqualTo(Leg.ALL.stream().noneMatch(leg -> leg.platform() == gap.platform())));
    }
}
