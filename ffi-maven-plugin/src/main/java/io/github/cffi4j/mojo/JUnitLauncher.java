package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * The parts of JUnit that a module's tests do not depend on and that start them: its console launcher, and its engine if the tests
 * depend only on the API. Surefire adds the same.
 *
 * @param tests what the tests depend on
 */
record JUnitLauncher(Collection<Artifact> tests, ArtifactFile repository) {
    private static final String PLATFORM = "org.junit.platform";
    private static final String JUPITER = "org.junit.jupiter";

    /** The first whose launcher has the command that {@code ffi:test} gives it. */
    private static final ComparableVersion OLDEST = new ComparableVersion("1.10");

    /** The files that are missing. */
    List<Path> files() throws IOException {
        String platform = version(PLATFORM, "junit-platform-commons").orElseThrow(() -> new WrongSettingException("""
                        the tests do not depend on JUnit 5 or 6, whose launcher starts them on other platforms
                          fix: add org.junit.jupiter:junit-jupiter to the <dependencies>, with <scope>test</scope>; \
                        for tests of JUnit 4, add org.junit.vintage:junit-vintage-engine"""));
        if (new ComparableVersion(platform).compareTo(OLDEST) < 0) {
            throw new WrongSettingException(
                    "ffi:test needs JUnit 5.10 or later, and the tests depend on JUnit platform " + platform
                            + "\n  fix: raise the version of junit-jupiter");
        }
        List<Path> files = new ArrayList<>(missing(PLATFORM + ":junit-platform-console:" + platform));
        Optional<String> jupiter = version(JUPITER, "junit-jupiter-api");
        if (jupiter.isPresent() && version(JUPITER, "junit-jupiter-engine").isEmpty()) {
            files.addAll(missing(JUPITER + ":junit-jupiter-engine:" + jupiter.get()));
        }
        return files.stream().distinct().toList();
    }

    private List<Path> missing(String coordinates) throws IOException {
        Set<String> there = tests.stream()
                .map(artifact -> artifact.getGroupId() + ":" + artifact.getArtifactId())
                .collect(Collectors.toSet());
        return repository.resolveAll(coordinates).stream()
                .filter(artifact -> !there.contains(artifact.getGroupId() + ":" + artifact.getArtifactId()))
                .map(artifact -> artifact.getFile().toPath())
                .toList();
    }

    private Optional<String> version(String groupId, String artifactId) {
        return tests.stream()
                .filter(artifact -> artifact.getGroupId().equals(groupId)
                        && artifact.getArtifactId().equals(artifactId))
                .map(Artifact::getVersion)
                .findFirst();
    }
}
