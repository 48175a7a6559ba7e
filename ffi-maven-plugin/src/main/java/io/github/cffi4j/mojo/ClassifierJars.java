package io.github.cffi4j.mojo;

import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/** The jars of a module's platforms: those attached in this build, which are the ones published, or else those in target. */
record ClassifierJars(MavenProject project) {

    Map<Platform, Path> find() {
        Map<Platform, Path> jars = new EnumMap<>(Platform.class);
        for (Artifact artifact : project.getAttachedArtifacts()) {
            Optional<Platform> platform = Platform.ofClassifier(String.valueOf(artifact.getClassifier()));
            if (platform.isPresent() && artifact.getType().equals("jar")) {
                jars.put(platform.get(), artifact.getFile().toPath());
            }
        }
        if (jars.isEmpty()) {
            for (Platform platform : Platform.values()) {
                Path jar = Path.of(
                        project.getBuild().getDirectory(),
                        project.getBuild().getFinalName() + "-" + platform.classifier() + ".jar");
                if (Files.isRegularFile(jar)) {
                    jars.put(platform, jar);
                }
            }
        }
        return jars;
    }
}
