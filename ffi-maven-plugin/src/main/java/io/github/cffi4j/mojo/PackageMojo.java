package io.github.cffi4j.mojo;

import io.github.cffi4j.build.compile.LinkedLibrary;
import io.github.cffi4j.build.pack.ClassifierJar;
import io.github.cffi4j.build.project.FfiProject;
import io.github.cffi4j.build.project.LibraryBuilder;
import java.nio.file.Path;
import java.time.LocalDateTime;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;

/** Packs one classifier jar per platform and attaches them to the module. */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public class PackageMojo extends AbstractFfiMojo {
    @Inject
    private MavenProjectHelper projectHelper;

    /** What all entries of the jars are dated; the same as in Maven's own reproducible builds. */
    @Parameter(defaultValue = "${project.build.outputTimestamp}")
    private String outputTimestamp;

    @Override
    void run() throws Exception {
        FfiProject project = ffiProject();
        LocalDateTime time = OutputTimestamp.parse(outputTimestamp);
        int packed = 0;
        for (var built : new LibraryBuilder(project).build(library -> {})) {
            LinkedLibrary linked = built.library();
            String classifier = linked.platform().classifier();
            Path jar = Path.of(
                    mavenProject().getBuild().getDirectory(),
                    mavenProject().getBuild().getFinalName() + "-" + classifier + ".jar");
            ClassifierJar.write(jar, library(), linked, time);
            projectHelper.attachArtifact(mavenProject(), "jar", classifier, jar.toFile());
            packed++;
        }
        getLog().info(packed + " classifier jars");
    }
}
