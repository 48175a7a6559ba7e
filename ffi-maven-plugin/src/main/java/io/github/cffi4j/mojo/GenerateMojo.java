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
    @Inject
    private BuildContext buildContext;

    @Override
    void run() throws Exception {
        FfiProject project = ffiProject();
        GeneratedSources generated = new BindingGenerator(project).generate();
        mavenProject().addCompileSourceRoot(project.layout().java().toString());
        if (generated.changed()) {
            buildContext.refresh(project.layout().java().toFile());
        }
        getLog().info(generated.cdefs() + (generated.cdefs() == 1 ? " cdef" : " cdefs") + ", true on "
                + project.platforms().size() + " platforms"
                + (generated.changed() ? "" : ", unchanged"));
    }
}
