package io.github.cffi4j.mojo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.junit.jupiter.api.Test;

class JUnitLauncherTest {
    @Test
    void testsWithoutJUnitAreRefused() {
        assertThatThrownBy(() -> launcher().files())
                .isInstanceOf(WrongSettingException.class)
                .hasMessage("""
                        the tests do not depend on JUnit 5 or 6, whose launcher starts them on other platforms
                          fix: add org.junit.jupiter:junit-jupiter to the <dependencies>, with <scope>test</scope>; for tests of \
                        JUnit 4, add org.junit.vintage:junit-vintage-engine""");
    }

    @Test
    void aJUnitWhoseLauncherIsTooOldIsRefused() {
        assertThatThrownBy(() -> launcher("org.junit.platform:junit-platform-commons:1.9.3")
                        .files())
                .isInstanceOf(WrongSettingException.class)
                .hasMessage("ffi:test needs JUnit 5.10 or later, and the tests depend on JUnit platform 1.9.3\n"
                        + "  fix: raise the version of junit-jupiter");
    }

    private static JUnitLauncher launcher(String... coordinates) {
        List<Artifact> artifacts = Arrays.stream(coordinates)
                .map(text -> text.split(":"))
                .<Artifact>map(parts -> new DefaultArtifact(
                        parts[0], parts[1], parts[2], "test", "jar", "", new DefaultArtifactHandler("jar")))
                .toList();
        return new JUnitLauncher(artifacts, new ArtifactFile(null, null, List.of()));
    }
}
