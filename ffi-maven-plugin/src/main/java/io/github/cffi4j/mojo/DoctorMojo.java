package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.project.BindingMode;
import io.github.cffi4j.compiler.zig.ZigResolver.Survey;
import io.github.cffi4j.internal.loader.Doctor;
import java.io.File;
import java.util.List;
import java.util.Map;
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

    /** How the cdefs are bound. */
    @Parameter(property = "ffi.mode", defaultValue = "api")
    private String mode;

    /** The library of the user's system that the cdefs bind. */
    @Parameter
    private Map<String, String> systemLibraries = Map.of();

    /** The name of the native library, without prefix and suffix. */
    @Parameter(property = "ffi.library", defaultValue = "${project.artifactId}")
    private String library;

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
            new SystemLibraries(systemLibraries, BindingMode.of(mode))
                    .report(mavenProject().getArtifactId(), library)
                    .forEach(getLog()::info);
        }
    }

    private boolean isFfiModule() {
        return mavenProject().getPlugin("io.github.cffi4j:ffi-maven-plugin") != null || cdefDirectory.isDirectory();
    }
}
