package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same sources give the same bytes, whoever builds them and where. */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no umask")
class ReproducibleJarsIT {

    private static final String MAIN = "main";

    private static Map<String, String> usual;

    @BeforeAll
    static void buildAsUsual(Path work) throws IOException {
        usual = build(work.resolve("plain"), "UTC", "022");
    }

    @Test
    void folderAndTimeZoneDoNotShow(Path work) throws IOException {
        assertThat(build(work.resolve("two words, größer"), "Asia/Kathmandu", "022"))
                .hasSize(1 + Platform.standard().size())
                .isEqualTo(usual);
    }

    /** In the main jar it does: Maven's own jar plugin notes the modes of folders. */
    @Test
    void maskDoesNotShowInClassifierJars(Path work) throws IOException {
        Map<String, String> secretive = build(work.resolve("secretive"), "UTC", "077");
        secretive.remove(MAIN);

        assertThat(secretive).hasSize(Platform.standard().size());
        assertThat(usual).containsAllEntriesOf(secretive);
    }

    /** The hash of each jar, by its classifier. */
    private static Map<String, String> build(Path folder, String timeZone, String mask) throws IOException {
        TestProject project = TestProject.copy("geometry", folder);
        Path script = Files.writeString(
                folder.resolve("mvn-umask"),
                "#!/bin/sh\numask " + mask + "\nexec '" + TestSettings.MAVEN_HOME.resolve("bin/mvn") + "' \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        ChildMaven.usual()
                .with("TZ", timeZone)
                .startedBy(script)
                .run(project.folder(), "package", "-Dffi.cache.megabytes=0")
                .succeeded();
        Map<String, String> hashes = new LinkedHashMap<>();
        hashes.put(MAIN, Jars.sha256(Files.readAllBytes(project.jar())));
        for (String classifier : Platform.classifiers(Tier.STANDARD)) {
            hashes.put(classifier, Jars.sha256(Files.readAllBytes(project.jar(classifier))));
        }
        return hashes;
    }
}
