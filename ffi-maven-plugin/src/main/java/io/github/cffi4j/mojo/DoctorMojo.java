package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.zig.ZigResolver.Survey;
import io.github.cffi4j.internal.loader.Doctor;
import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says what a build sees of this machine: Java, Maven, the cache, and each place where zig may be had; then what the loader sees;
 * then what the POM of each module with cdefs lacks.
 * Fetches and changes nothing.
 */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true)
public class DoctorMojo extends ZigGoal {
    /** The root of the cdefs. */
    @Parameter(defaultValue = "${project.basedir}/src/main/ffi")
    private File cdefDirectory;

    @Override
    void run() throws Exception {
        if (mavenProject().isExecutionRoot()) {
            List<Survey> zig = zigLocator().resolver().survey();
            new BuildReport(mavenSession(), pluginVersion(), cache(), zig)
                    .lines()
                    .forEach(getLog()::info);
            getLog().info("");
            Doctor.report().lines().forEach(getLog()::info);
        }
        if (mavenProject().getFile() != null && isFfiModule()) {
            getLog().info("");
            new PomReport(mavenProject(), pluginVersion()).lines().forEach(getLog()::info);
        }
    }

    private boolean isFfiModule() {
        return mavenProject().getPlugin("io.github.cffi4j:ffi-maven-plugin") != null || cdefDirectory.isDirectory();
    }
}
