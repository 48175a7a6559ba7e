package io.github.cffi4j.mojo;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.compiler.compile.ScratchFolder;
import io.github.cffi4j.compiler.importer.ImportException;
import io.github.cffi4j.compiler.module.FailureText;
import io.github.cffi4j.compiler.module.TimingReport;
import io.github.cffi4j.compiler.project.CompilationException;
import io.github.cffi4j.compiler.trace.ChromeTrace;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.compiler.verify.PreambleException;
import java.io.IOException;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** A goal: its project, and how its failures are told. */
abstract class FfiGoal extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** Reports how long each kind of work took, and writes {@code target/ffi/trace.json} for chrome://tracing. */
    @Parameter(property = "ffi.timings", defaultValue = "false")
    private boolean timings;

    /** Skips all goals. */
    @Parameter(property = "ffi.skip", defaultValue = "false")
    private boolean skip;

    @Inject
    private RepositorySystem repositorySystem;

    /** The goal itself. */
    abstract void run() throws Exception;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped (ffi.skip)");
            return;
        }
        warnOfUnboundGoals();
        Trace trace = trace();
        Trace.Running time = trace.start("goal", getClass().getSimpleName());
        try {
            run();
            time.done();
            if (timings) {
                report(trace);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("interrupted", e);
        } catch (Exception e) {
            throwAsMaven(e);
        }
    }

    private void report(Trace trace) throws IOException {
        new TimingReport(trace.spans()).lines().forEach(getLog()::info);
        Path file = work().resolve("trace.json");
        ScratchFolder.write(file, file, ChromeTrace.json(trace.spans()));
        getLog().info("  on a time line: " + file);
    }

    private void throwAsMaven(Exception e) throws MojoExecutionException, MojoFailureException {
        if (e instanceof MojoExecutionException told) {
            throw told;
        } else if (e instanceof MojoFailureException told) {
            throw told;
        } else if (e instanceof CdefException
                || e instanceof PreambleException
                || e instanceof CompilationException
                || e instanceof ImportException) {
            throw new MojoFailureException("\n" + e.getMessage(), e);
        }
        throw new MojoExecutionException(
                FailureText.of(e, "ffi-maven-plugin " + pluginVersion(), "'mvn -e' prints"), e);
    }

    /** Once for a module. A goal started by hand is no part of its build. */
    private void warnOfUnboundGoals() {
        Plugin bound = project.getPlugin(BoundGoals.PLUGIN);
        if (bound != null
                && execution.getSource() == MojoExecution.Source.LIFECYCLE
                && project.getContextValue(BoundGoals.class.getName()) == null) {
            project.setContextValue(BoundGoals.class.getName(), true);
            new BoundGoals(bound).warning().ifPresent(getLog()::warn);
        }
    }

    final MavenProject mavenProject() {
        return project;
    }

    final MavenSession mavenSession() {
        return session;
    }

    final String pluginVersion() {
        return plugin.getVersion();
    }

    /** One for all goals of a module. */
    final Trace trace() {
        if (!(project.getContextValue(Trace.class.getName()) instanceof Trace)) {
            project.setContextValue(Trace.class.getName(), new Trace());
        }
        return (Trace) project.getContextValue(Trace.class.getName());
    }

    /** The file of an artifact, {@code group:artifact[:type[:classifier]]:version}. */
    final Path artifact(String coordinates) throws IOException {
        return new ArtifactFile(
                        repositorySystem, session.getRepositorySession(), project.getRemoteProjectRepositories())
                .resolve(coordinates);
    }

    /** The folder of the files that the goals make, apart from generated Java. */
    final Path work() {
        return Path.of(project.getBuild().getDirectory()).resolve("ffi");
    }
}
