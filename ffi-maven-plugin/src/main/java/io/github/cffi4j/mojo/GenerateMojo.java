package io.github.cffi4j.mojo;

import io.github.cffi4j.build.project.BindingGenerator;
import io.github.cffi4j.build.project.FfiProject;
import io.github.cffi4j.build.project.GeneratedSources;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.codehaus.plexus.build.BuildContext;

/** Generates Java and C from the cdefs, and has every platform's compiler check what they claim. */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public class GenerateMojo extends AbstractFfiMojo {
    private static final String RUNTIME_GROUP = "io.github.cffi4j";
    private static final String RUNTIME = "ffi-runtime";

    @Inject
    private BuildContext buildContext;

    @Override
    void run() throws Exception {
        FfiProject project = ffiProject();
        GeneratedSources generated = new BindingGenerator(project).generate();
        if (generated.cdefs() > 0) {
            compileClassPath().require(RUNTIME_GROUP, RUNTIME, pluginVersion());
        }
        mavenProject().addCompileSourceRoot(project.layout().java().toString());
        if (generated.changed()) {
            buildContext.refresh(project.layout().java().toFile());
        }
        getLog().info(generated.cdefs() + (generated.cdefs() == 1 ? " cdef" : " cdefs") + ", true on "
                + project.platforms().size() + " platforms"
                + (generated.changed() ? "" : ", unchanged"));
    }
}
