package io.github.cffi4j.mojo;

import io.github.cffi4j.build.compile.BuildRecord;
import io.github.cffi4j.build.compile.FileHashes;
import io.github.cffi4j.build.compile.HashedFile;
import io.github.cffi4j.build.compile.LinkedLibrary;
import io.github.cffi4j.build.compile.PluginBuild;
import io.github.cffi4j.build.pack.ClassifierJar;
import io.github.cffi4j.build.project.FfiProject;
import io.github.cffi4j.build.project.LibraryBuilder;
import io.github.cffi4j.build.publish.NativeDependencies;
import io.github.cffi4j.build.publish.Natives;
import io.github.cffi4j.build.trace.Trace;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
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

    /** What all entries of the jars are dated; the same as in Maven's own reproducible builds. */
    @Parameter(defaultValue = "${project.build.outputTimestamp}")
    private String outputTimestamp;

    /**
     * Which native jars come with a plain dependency on the module: {@code all}, {@code host} (that of the machine that
     * builds), or {@code none}.
     */
    @Parameter(property = "ffi.natives", defaultValue = "all")
    private String natives;

    @Override
    void run() throws Exception {
        Natives published = natives();
        FfiProject project = ffiProject();
        LocalDateTime time = OutputTimestamp.parse(outputTimestamp);
        List<Platform> packed = new ArrayList<>();
        for (var built : new LibraryBuilder(project).build(library -> {})) {
            LinkedLibrary linked = built.library();
            String classifier = linked.platform().classifier();
            Path jar = Path.of(
                    mavenProject().getBuild().getDirectory(),
                    mavenProject().getBuild().getFinalName() + "-" + classifier + ".jar");
            pack(jar, linked, time);
            projectHelper.attachArtifact(mavenProject(), "jar", classifier, jar.toFile());
            packed.add(linked.platform());
        }
        new PublishedPom(mavenProject(), NativeDependencies.of(published, packed), modelReader, modelWriter)
                .replace(project.layout().work().resolve("pom.xml"));
        getLog().info(packed.size() + " classifier jars");
    }

    private Natives natives() {
        return switch (natives) {
            case "all" -> Natives.ALL;
            case "host" -> Natives.HOST;
            case "none" -> Natives.NONE;
            default ->
                throw new IllegalArgumentException(
                        "natives is '" + natives + "'; it is 'all', 'host' or 'none' (of the native jars)");
        };
    }

    private void pack(Path jar, LinkedLibrary linked, LocalDateTime time) throws IOException {
        Trace.Running work = trace().start("pack", jar.getFileName().toString());
        Path record = work().resolve("jar").resolve(linked.platform().classifier() + ".made");
        String command = PluginBuild.identity() + "\n" + library() + "\n" + time;
        List<HashedFile> inputs =
                List.of(new HashedFile(linked.file(), linked.sha256().hex()));
        if (BuildRecord.current(record, jar, command, new FileHashes()).isEmpty()) {
            ClassifierJar.write(jar, library(), linked, time);
            BuildRecord.write(record, jar, command, "", inputs);
            work.done();
        }
    }
}
