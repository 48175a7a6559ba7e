package io.github.cffi4j.mojo;

import io.github.cffi4j.build.project.BindingGenerator;
import io.github.cffi4j.build.project.FfiProject;
import io.github.cffi4j.build.project.GeneratedSources;
import io.github.cffi4j.build.project.StrayCdefs;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
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
        int all = project.platforms().size();
        int asked = project.asked().size();
        getLog().info(generated.cdefs() + (generated.cdefs() == 1 ? " cdef" : " cdefs") + ", true on "
                + (asked == all ? all + " platforms" : asked + " of " + all + " platforms, the others were not asked")
                + (generated.changed() ? "" : ", unchanged"));
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
