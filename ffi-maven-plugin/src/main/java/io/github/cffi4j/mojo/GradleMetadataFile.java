package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.publish.GradleMetadata;
import io.github.cffi4j.compiler.publish.Natives;
import io.github.cffi4j.compiler.publish.PublishedDependency;
import io.github.cffi4j.compiler.publish.PublishedFile;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;

/**
 * A module's {@code .module} file, made from Maven's facts about the module.
 *
 * @param jars the native jars
 * @param file the file to write
 */
record GradleMetadataFile(MavenProject project, Natives natives, Map<Platform, Path> jars, Path file) {

    /** Returns true if the module has its main jar already, which the file names. */
    boolean isPossible() {
        File main = project.getArtifact().getFile();
        return main != null && main.isFile();
    }

    /** Writes the file. A plugin that changes the main jar afterwards, such as maven-shade-plugin, makes it out of date. */
    void write() throws IOException {
        String stem = project.getArtifactId() + "-" + project.getVersion();
        Map<Platform, PublishedFile> files = new TreeMap<>();
        for (Map.Entry<Platform, Path> jar : jars.entrySet()) {
            String name = stem + "-" + jar.getKey().classifier() + ".jar";
            files.put(jar.getKey(), PublishedFile.of(name, jar.getValue()));
        }
        GradleMetadata metadata = new GradleMetadata(
                project.getGroupId(),
                project.getArtifactId(),
                project.getVersion(),
                javaVersion(),
                PublishedFile.of(stem + ".jar", project.getArtifact().getFile().toPath()),
                files,
                // Gradle has no notion of the machine that builds; rather too many than none.
                natives != Natives.NONE,
                dependencies());
        Files.writeString(file, metadata.text());
    }

    private Optional<Integer> javaVersion() {
        return Optional.ofNullable(project.getProperties().getProperty("maven.compiler.release"))
                .filter(release -> release.matches("\\d+"))
                .map(Integer::valueOf);
    }

    private List<PublishedDependency> dependencies() {
        return project.getDependencies().stream()
                .filter(dependency -> !dependency.isOptional())
                .filter(dependency -> !ReactorDependents.isOwn(project, dependency))
                .filter(dependency -> List.of("compile", "runtime").contains(dependency.getScope()))
                .map(GradleMetadataFile::dependency)
                .toList();
    }

    private static PublishedDependency dependency(Dependency from) {
        return new PublishedDependency(
                from.getGroupId(),
                from.getArtifactId(),
                from.getVersion(),
                from.getScope().equals("compile"),
                Optional.ofNullable(from.getClassifier()).filter(classifier -> !classifier.isEmpty()),
                from.getType(),
                from.getExclusions().stream()
                        .map(exclusion ->
                                new PublishedDependency.Exclusion(exclusion.getGroupId(), exclusion.getArtifactId()))
                        .toList());
    }
}
