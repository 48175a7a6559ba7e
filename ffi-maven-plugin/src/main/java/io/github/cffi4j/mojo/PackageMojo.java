package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.compile.DebugInfo;
import io.github.cffi4j.compiler.fetch.FetchedArchive;
import io.github.cffi4j.compiler.module.PackRequest;
import io.github.cffi4j.compiler.module.PackResult;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.publish.NativeDependencies;
import io.github.cffi4j.compiler.publish.Natives;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.model.io.ModelReader;
import org.apache.maven.model.io.ModelWriter;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;

/** Packs one classifier jar per platform, attaches them to the module, and has the published POM depend on them. */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public class PackageMojo extends AbstractFfiMojo {
    @Inject
    private MavenProjectHelper projectHelper;

    @Inject
    private ModelReader modelReader;

    @Inject
    private ModelWriter modelWriter;

    /**
     * Which native jars come with a plain dependency on the module: {@code all}, {@code host} (that of the machine that
     * builds), or {@code none}.
     */
    @Parameter(property = "ffi.natives", defaultValue = "all")
    private String natives;

    /**
     * {@code true} to publish a {@code .module} file for Gradle. Without one Gradle reads the POM and gets no native jar, because it
     * ignores a module's dependencies on itself.
     */
    @Parameter(property = "ffi.gradleMetadata", defaultValue = "true")
    private boolean gradleMetadata;

    @Override
    void run() throws Exception {
        Natives published = natives();
        refuseToDeployDebugBuild();
        FfiProject project = ffiProject();
        List<FetchedArchive> archives = fetchedArchives();
        PackResult result = module(project)
                .pack(new PackRequest(
                        Path.of(mavenProject().getBuild().getDirectory()),
                        mavenProject().getBuild().getFinalName(),
                        archives,
                        nativeBuilds(archives),
                        prebuilt(archives)));
        Map<Platform, Path> packed = result.jars();
        packed.forEach((platform, jar) -> attach(platform.classifier(), jar));
        result.symbols().forEach((platform, jar) -> attach(PackResult.symbolsOf(platform), jar));
        Optional<GradleMetadataFile> forGradle = gradleMetadata && !packed.isEmpty()
                ? gradleMetadataFile(published, packed, project.layout().work())
                : Optional.empty();
        NativeDependencies dependencies = NativeDependencies.of(published, List.copyOf(packed.keySet()));
        PublishedPom pom = new PublishedPom(
                mavenProject(),
                dependencies,
                forGradle,
                modelReader,
                modelWriter,
                project.layout().work().resolve("pom.xml"));
        pom.replace();
        pom.remember();
        String request = mavenSession().getUserProperties().getProperty(NativeDependencies.REQUEST);
        new ReactorDependents(mavenProject())
                .offer(NativeDependencies.chosen(
                        published,
                        List.copyOf(packed.keySet()),
                        Optional.ofNullable(request),
                        Host.current().detected()));
        getLog().info(Text.count(packed.size(), "classifier jar"));
    }

    /** Whoever gets it from a repository has a library that is slow and tells of the machine it was built on. */
    private void refuseToDeployDebugBuild() {
        boolean deploying =
                mavenSession().getGoals().stream().anyMatch(goal -> goal.matches("deploy|.*deploy.*:deploy.*"));
        if (debugInfo() == DebugInfo.INSIDE && deploying) {
            if (!mavenProject().getArtifact().isSnapshot()) {
                throw new WrongSettingException("-Dffi.debug: a debug build is not for a release. Remove it; with"
                        + " -Dffi.symbols the debug information is published beside the libraries");
            }
            getLog().warn("-Dffi.debug: this snapshot gets a debug build: slow, large, with the paths of this machine");
        }
    }

    private void attach(String classifier, Path jar) {
        projectHelper.attachArtifact(mavenProject(), "jar", classifier, jar.toFile());
    }

    private Optional<GradleMetadataFile> gradleMetadataFile(Natives published, Map<Platform, Path> packed, Path folder)
            throws IOException {
        GradleMetadataFile metadata =
                new GradleMetadataFile(mavenProject(), published, packed, folder.resolve("gradle.module"));
        if (!metadata.isPossible()) {
            getLog().warn("no .module file, so Gradle will get no native jar: there is no main jar yet to name\n"
                    + "  fix: have maven-jar-plugin pack it before ffi:package; or publish for Maven only, by"
                    + " -Dffi.gradleMetadata=false");
            return Optional.empty();
        }
        projectHelper.attachArtifact(mavenProject(), "module", metadata.file().toFile());
        return Optional.of(metadata);
    }

    private Natives natives() {
        return switch (natives) {
            case "all" -> Natives.ALL;
            case "host" -> Natives.HOST;
            case "none" -> Natives.NONE;
            default ->
                throw new WrongSettingException(
                        "<natives>: '" + natives + "' is not 'all', 'host' or 'none' (of the native jars)");
        };
    }
}
