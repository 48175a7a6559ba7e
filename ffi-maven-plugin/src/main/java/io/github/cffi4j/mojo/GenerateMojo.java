package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.project.BindingGenerator;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.project.GeneratedSources;
import io.github.cffi4j.compiler.project.OwnJava;
import io.github.cffi4j.compiler.project.StrayCdefs;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;

/** Generates Java and C from the cdefs, and has every platform's compiler check what they claim. */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public class GenerateMojo extends AbstractFfiMojo {
    private static final String RUNTIME_GROUP = "io.github.cffi4j";
    private static final String RUNTIME = "ffi-runtime";

    /** Lets a build deploy a release for which {@code -Dffi.platforms} left platforms out. */
    @Parameter(property = Publication.PARTIAL, defaultValue = "false")
    private boolean deployPartial;

    @Inject
    private BuildContext buildContext;

    @Override
    void run() throws Exception {
        FfiProject project = ffiProject();
        requireAllPlatforms(project);
        OwnJava.refuseClashes(
                project.layout(),
                mavenProject().getCompileSourceRoots().stream().map(Path::of).toList());
        List<Path> stray = StrayCdefs.of(project.layout());
        GeneratedSources generated = new BindingGenerator(project).generate();
        if (!stray.isEmpty()) {
            tellOf(stray, project.layout().cdefs(), generated.cdefs() == 0);
        }
        if (generated.cdefs() > 0) {
            compileClassPath().require(RUNTIME_GROUP, RUNTIME, pluginVersion());
        }
        mavenProject().addCompileSourceRoot(project.layout().java().toString());
        if (generated.changed()) {
            buildContext.refresh(project.layout().java().toFile());
        }
        if (generated.cdefs() == 0) {
            getLog().warn("there is no cdef below " + project.layout().cdefs() + ", so no class is generated");
            return;
        }
        String all = count(project.platforms().size(), "platform");
        int asked = project.asked().size();
        getLog().info(count(generated.cdefs(), "cdef") + " verified on "
                + (asked == project.platforms().size() ? all : asked + " of " + all + ", the others were not asked")
                + (generated.changed() ? "" : ", unchanged"));
    }

    /** Before anything is done, and before another module of the build is published. */
    private void requireAllPlatforms(FfiProject project) {
        if (!deployPartial) {
            List<String> missing = project.platforms().stream()
                    .filter(platform -> !project.built().contains(platform))
                    .map(Platform::classifier)
                    .toList();
            new Publication(mavenSession(), mavenProject()).requireAll(missing, getLog()::warn);
        }
    }

    /** A build without any other cdef would make a jar without the class that its author wrote. */
    private void tellOf(List<Path> stray, Path root, boolean alone) {
        String told = "not read, since not below " + root + ": "
                + stray.stream().map(Path::toString).collect(Collectors.joining(", "))
                + "; fix: move it there, into the folder of its Java package, or set <cdefDirectory>";
        if (alone) {
            throw new IllegalArgumentException(told);
        }
        getLog().warn(told);
    }
}
