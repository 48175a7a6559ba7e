package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.module.GenerateRequest;
import io.github.cffi4j.compiler.module.GenerateResult;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.List;
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
        GenerateResult generated = module(project)
                .generate(new GenerateRequest(mavenProject().getCompileSourceRoots().stream()
                        .map(Path::of)
                        .toList()));
        if (generated.cdefs() > 0) {
            compileClassPath().require(RUNTIME_GROUP, RUNTIME, pluginVersion());
        }
        mavenProject().addCompileSourceRoot(generated.java().toString());
        if (generated.changed()) {
            buildContext.refresh(generated.java().toFile());
        }
        if (generated.cdefs() == 0) {
            getLog().warn("there is no cdef below " + project.layout().cdefs() + ", so no class is generated");
            return;
        }
        String all = Text.count(project.platforms().size(), "platform");
        int asked = project.asked().size();
        getLog().info(Text.count(generated.cdefs(), "cdef") + " verified on "
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
}
