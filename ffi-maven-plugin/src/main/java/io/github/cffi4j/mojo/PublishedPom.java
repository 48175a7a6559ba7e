package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.publish.GradleMetadata;
import io.github.cffi4j.compiler.publish.NativeDependencies;
import io.github.cffi4j.compiler.publish.NativeProfile;
import io.github.cffi4j.platform.Libc;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Activation;
import org.apache.maven.model.ActivationFile;
import org.apache.maven.model.ActivationOS;
import org.apache.maven.model.ActivationProperty;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.ModelReader;
import org.apache.maven.model.io.ModelWriter;
import org.apache.maven.project.MavenProject;

/**
 * The POM that is installed and deployed: the project's own, and dependencies on its native jars. The project's cannot
 * have them itself, since they do not exist before it is packaged.
 */
final class PublishedPom {
    private static final String POM = "pom";
    private static final String CONSUMER = "consumer";

    private final MavenProject project;
    private final NativeDependencies natives;
    private final Optional<GradleMetadataFile> gradleMetadata;
    private final ModelReader reader;
    private final ModelWriter writer;
    private final Path file;

    /**
     * @param gradleMetadata the {@code .module} file, if one is published, too
     * @param file where it is written to
     */
    PublishedPom(
            MavenProject project,
            NativeDependencies natives,
            Optional<GradleMetadataFile> gradleMetadata,
            ModelReader reader,
            ModelWriter writer,
            Path file) {
        this.project = project;
        this.natives = natives;
        this.gradleMetadata = gradleMetadata;
        this.reader = reader;
        this.writer = writer;
        this.file = file;
    }

    /** The one that this build made for a module; empty if it made none. */
    static Optional<PublishedPom> of(MavenProject project) {
        return project.getContextValue(PublishedPom.class.getName()) instanceof PublishedPom pom
                ? Optional.of(pom)
                : Optional.empty();
    }

    /** Keeps it for the module's goals to come. */
    void remember() {
        project.setContextValue(PublishedPom.class.getName(), this);
    }

    /**
     * Writes it to its file, and has Maven publish that. Done again, it changes nothing, unless another plugin made a POM of its own
     * since: then that one gets the dependencies.
     *
     * <p>Maven 4 publishes two: a POM for consumers, which it makes itself when it is asked for and attaches before anything
     * runs, and the project's own for building. Ours takes the place of the former, which Maven does not make again unless
     * the project's POM changes. Earlier Mavens publish what the project says its POM is.
     */
    void replace() throws IOException {
        Optional<File> consumerPom = project.getAttachedArtifacts().stream()
                .filter(artifact -> CONSUMER.equals(artifact.getClassifier()) && POM.equals(artifact.getType()))
                .map(Artifact::getFile)
                .findFirst();
        write(consumerPom.orElseGet(project::getFile));
        if (consumerPom.isPresent()) {
            Files.copy(file, consumerPom.get().toPath(), StandardCopyOption.REPLACE_EXISTING);
        } else {
            project.setPomFile(file.toFile());
        }
    }

    private void write(File source) throws IOException {
        Model model = reader.read(source, Map.of());
        model.getDependencies().removeIf(there -> ReactorDependents.isOwn(project, there));
        model.getProfiles().removeIf(there -> natives.profiles().stream()
                .anyMatch(profile -> profile.id().equals(there.getId())));
        natives.properties().forEach(model::addProperty);
        addTo(model.getDependencies(), natives.classifiers());
        natives.profiles().forEach(profile -> model.addProfile(profile(profile)));
        if (model.getParent() != null) {
            // Its place beside the project means nothing to who downloads the POM, and is wrong from this file's
            // folder.
            model.getParent().setRelativePath("");
        }
        writer.write(file.toFile(), Map.of(), model);
        if (gradleMetadata.isPresent()) {
            // Another plugin may have changed the main jar since it was written.
            gradleMetadata.get().write();
            // A model has no comments, and Gradle looks for one.
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replaceFirst("(<project\\b[^>]*>)", "$1\n  <!-- " + GradleMetadata.MARKER + " -->"));
        }
    }

    private Profile profile(NativeProfile from) {
        Profile profile = new Profile();
        profile.setId(from.id());
        Activation activation = new Activation();
        ActivationProperty property = new ActivationProperty();
        property.setName(from.unlessRequested() ? "!" + NativeDependencies.REQUEST : NativeDependencies.REQUEST);
        property.setValue(from.unlessRequested() ? null : from.requested());
        activation.setProperty(property);
        from.host().ifPresent(host -> activate(activation, host));
        profile.setActivation(activation);
        for (Map.Entry<String, String> entry : from.properties().entrySet()) {
            profile.addProperty(entry.getKey(), entry.getValue());
        }
        addTo(profile.getDependencies(), from.classifiers());
        return profile;
    }

    private void addTo(List<Dependency> dependencies, List<String> classifiers) {
        classifiers.forEach(classifier -> dependencies.add(ReactorDependents.dependency(project, classifier)));
    }

    private static void activate(Activation activation, Platform host) {
        ActivationOS os = new ActivationOS();
        host.os().mavenName().ifPresent(os::setName);
        host.os().mavenFamily().ifPresent(os::setFamily);
        os.setArch(host.osArch());
        activation.setOs(os);
        if (host.os() == OperatingSystem.LINUX) {
            ActivationFile libc = new ActivationFile();
            // Alpine's. The loader, ld-musl, is also on machines of glibc: Debian's package for compiling brings it.
            String musl = "/lib/libc.musl-" + host.arch().muslName() + ".so.1";
            if (host.libc() == Libc.MUSL) {
                libc.setExists(musl);
            } else {
                libc.setMissing(musl);
            }
            activation.setFile(libc);
        }
    }
}
