package io.github.cffi4j.mojo;

import io.github.cffi4j.audit.AuditResult;
import io.github.cffi4j.audit.AuditSubjects;
import io.github.cffi4j.audit.check.AuditSettings;
import io.github.cffi4j.audit.policy.ByteSize;
import io.github.cffi4j.audit.policy.Glob;
import io.github.cffi4j.audit.policy.Policies;
import io.github.cffi4j.audit.report.FindingText;
import io.github.cffi4j.compiler.module.AuditRequest;
import io.github.cffi4j.compiler.module.FfiModule;
import io.github.cffi4j.compiler.project.BindingMode;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Audits the libraries in the classifier jars, or those of any jar, without loading or running them: what they need, what they
 * offer, and what they should not have.
 */
@Mojo(name = "audit", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public class AuditMojo extends FfiGoal {
    /** A jar, a library, or a jar's coordinates ({@code group:artifact:version}), to audit instead of the module. */
    @Parameter(property = "jar")
    private String jar;

    /** The name of the module's library, without prefix and suffix. */
    @Parameter(property = "ffi.library", defaultValue = "${project.artifactId}")
    private String library;

    /** Names of C that the libraries may export besides the entries for Java; {@code *} stands for any characters. */
    @Parameter
    private List<String> exports = List.of();

    /** The libraries of the user's system that the cdefs bind, as {@code ffi:generate} has them: the libraries may need them. */
    @Parameter
    private Map<String, String> systemLibraries = Map.of();

    /** How the cdefs are bound, as {@code ffi:generate} has it: {@code api} or {@code abi}. */
    @Parameter(property = "ffi.mode", defaultValue = "api")
    private String mode;

    /** If the libraries were built for a debugger, they are not audited. */
    @Parameter(property = "ffi.debug", defaultValue = "false")
    private boolean debug;

    /** Reports findings as warnings: the build passes. */
    @Parameter(property = "ffi.audit.warnOnly", defaultValue = "false")
    private boolean warnOnly;

    /**
     * Files with policies of your own. Each extends or replaces the built-in policy that it names, and judges the libraries of that
     * system. On a command line, commas separate them.
     */
    @Parameter(property = "ffi.audit.policies")
    private List<File> policies = List.of();

    /** The largest size of a library, as {@code 10 MB} or {@code 512 kB}. */
    @Parameter(property = "ffi.audit.sizeBudget")
    private String sizeBudget;

    /** Findings that are taken knowingly, each with a reason. */
    @Parameter
    private List<AllowedFinding> allowedFindings = List.of();

    /** Where the JSON report goes; {@code target/ffi-audit.json} in a project, nowhere without one. */
    @Parameter(property = "ffi.audit.report")
    private File report;

    @Override
    void run() throws Exception {
        if (jar != null) {
            // In a reactor the jar is audited once, not for each module.
            if (mavenProject().isExecutionRoot()) {
                finish(AuditResult.of(AuditSubjects.ofFile(file()), settings()));
            }
            return;
        }
        Optional<PublishedPom> pom = PublishedPom.of(mavenProject());
        if (pom.isPresent()) {
            // A plugin behind ffi:package may have written another POM: maven-shade-plugin does.
            pom.get().replace();
        }
        if (debug) {
            getLog().info("not audited: -Dffi.debug makes what an audit refuses");
            return;
        }
        if (BindingMode.of(mode) == BindingMode.ABI) {
            getLog().info(
                            "<mode>abi</mode>: no native code to audit; the main jar's bill of materials names the library of the"
                                    + " user's system");
            return;
        }
        Map<Platform, Path> jars = new ClassifierJars(mavenProject()).find();
        if (jars.isEmpty()) {
            getLog().info("no classifier jars, nothing to audit; ffi:package makes them");
            return;
        }
        finish(FfiModule.audit(new AuditRequest(jars, classes(), library, settings())));
    }

    private void finish(AuditResult result) throws IOException, MojoFailureException {
        result.table().forEach(getLog()::info);
        Optional<Path> written = write(result.json());
        for (FindingText.Told told : result.findings()) {
            if (told.failing() && !warnOnly) {
                getLog().error(told.text());
            } else if (!told.allowed()) {
                getLog().warn(told.text());
            }
        }
        result.idle().forEach(allowance -> getLog().warn("the <allowedFinding> of '"
                + allowance.check().id() + "' for '" + allowance.where().text()
                + "' allows nothing that was found; remove it, or the next such finding passes unseen"));
        if (result.failing() && !warnOnly) {
            throw new MojoFailureException("the audit has " + result.summary() + ", see above"
                    + written.map(path -> " and " + path).orElse("")
                    + "; a finding to be taken knowingly goes into <allowedFindings>, with a reason");
        }
    }

    private AuditSettings settings() throws IOException {
        return AuditSettings.none()
                .withPolicies(Policies.read(policies.stream().map(File::toPath).toList()))
                .withExports(exports.stream().map(Glob::of).toList())
                .withSizeBudget(Optional.ofNullable(sizeBudget).map(ByteSize::parse))
                .withAllowances(
                        allowedFindings.stream().map(AllowedFinding::allowance).toList())
                .needing(new SystemLibraries(systemLibraries, BindingMode.of(mode)).needed());
    }

    private Path file() throws IOException {
        Path path = new File(jar).toPath();
        boolean coordinates = jar.matches("[^:/\\\\]+(:[^:/\\\\]+){2,4}");
        return !Files.exists(path) && coordinates ? artifact(jar) : path;
    }

    private Path classes() {
        return Path.of(mavenProject().getBuild().getOutputDirectory());
    }

    private Optional<Path> write(String json) throws IOException {
        Optional<Path> target = Optional.ofNullable(report).map(File::toPath).or(() -> Optional.ofNullable(
                        mavenProject().getFile())
                .map(pom -> Path.of(mavenProject().getBuild().getDirectory(), "ffi-audit.json")));
        if (target.isPresent()) {
            Files.createDirectories(target.get().toAbsolutePath().getParent());
            Files.writeString(target.get(), json);
        }
        return target;
    }
}
