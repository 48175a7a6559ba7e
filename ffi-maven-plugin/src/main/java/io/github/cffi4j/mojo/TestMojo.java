package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.module.PlatformSelection;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.process.SearchPath;
import io.github.cffi4j.compiler.project.BindingMode;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.compiler.testrun.Emulators;
import io.github.cffi4j.compiler.testrun.JvmSetting;
import io.github.cffi4j.compiler.testrun.Leg;
import io.github.cffi4j.compiler.testrun.LegOutcome;
import io.github.cffi4j.compiler.testrun.LegReport;
import io.github.cffi4j.compiler.testrun.LegRunner;
import io.github.cffi4j.compiler.testrun.LegSearch;
import io.github.cffi4j.compiler.testrun.LegTable;
import io.github.cffi4j.compiler.testrun.PlatformJvm;
import io.github.cffi4j.compiler.testrun.TestSuite;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Runs the module's JUnit tests from its packed jars, on each platform for which this machine has a JVM and a way to run it: itself, qemu,
 * Wine. {@code mvn package ffi:test -Dffi.test.jvms=/opt/jdk-s390x,/opt/jdk-armhf}.
 */
@Mojo(name = "test", requiresDependencyResolution = ResolutionScope.TEST)
public class TestMojo extends FfiGoal {
    /**
     * JVMs of other platforms: folders or programs. A script that starts a JVM has its platform in front:
     * {@code windows-x86_64=/opt/java-in-wine}. Those of Maven's toolchains with a {@code <platform>} are tried, too.
     */
    @Parameter(property = "ffi.test.jvms")
    private List<String> jvms = List.of();

    /** Folders that have qemu or Wine, searched before the {@code PATH}. */
    @Parameter(property = "ffi.test.emulators")
    private List<File> emulators = List.of();

    /** The test classes, by their simple names, as {@code Geo*Test}; all with the names that surefire takes if none is given. */
    @Parameter(property = "ffi.test.classes")
    private List<String> testClasses = List.of();

    /** JUnit's tags of tests that do not run on other platforms. */
    @Parameter(property = "ffi.test.excludedTags")
    private List<String> excludedTags = List.of();

    /** Options of each JVM. */
    @Parameter
    private List<String> jvmOptions = List.of();

    /** The minutes after which the tests of a platform are stopped. */
    @Parameter(property = "ffi.test.minutes", defaultValue = "30")
    private int minutes;

    /** The platforms to test on, separated by commas; each of them must run. All that can run if none is given. */
    @Parameter(property = "ffi.platforms")
    private String only;

    /** The classifiers of the platforms the library is for; all that there are if none is given. */
    @Parameter
    private List<String> platforms = List.of();

    /** How the cdefs are bound, as {@code ffi:generate} has it: {@code api} or {@code abi}. */
    @Parameter(property = "ffi.mode", defaultValue = "api")
    private String mode;

    /** The root of the cdefs. */
    @Parameter(defaultValue = "${project.basedir}/src/main/ffi")
    private File cdefDirectory;

    @Inject
    private ToolchainManager toolchains;

    @Inject
    private RepositorySystem repositorySystem;

    @Override
    void run() throws Exception {
        Map<Platform, Path> natives = new ClassifierJars(mavenProject()).find();
        boolean withoutNatives = BindingMode.of(mode) == BindingMode.ABI;
        if (natives.isEmpty() && !withoutNatives) {
            if (cdefDirectory.isDirectory()) {
                throw new WrongSettingException(
                        "there are no native jars to test\n  fix: have them packed before: mvn package ffi:test");
            }
            getLog().info("no native jars, nothing to test");
            return;
        }
        Set<Platform> wanted = PlatformSelection.only(
                only, withoutNatives ? PlatformSelection.all(platforms) : List.copyOf(natives.keySet()));
        TestSuite suite = suite(natives);
        Emulators tools = new Emulators(searchPath(), Host.current().platform());
        LegSearch.Found found = new LegSearch(tools, ProcessRunner.system()).find(jvms(tools.host()), wanted);
        getLog().info("tests of " + mavenProject().getArtifactId() + " from its jars, on "
                + Text.count(found.legs().size(), "JVM"));
        LegTable table = new LegTable(wanted);
        LegRunner runner = new LegRunner(suite, ProcessRunner.system());
        List<LegOutcome> outcomes = new ArrayList<>();
        for (Leg leg : found.legs()) {
            outcomes.add(runner.run(leg));
            getLog().info(table.row(outcomes.get(outcomes.size() - 1)));
        }
        found.missing().forEach(missing -> getLog().info(table.row(missing)));
        outcomes.forEach(this::tellFailures);
        finish(outcomes, found.missing(), suite.work());
    }

    private void tellFailures(LegOutcome outcome) {
        String where = outcome.leg().platform() + ", Java " + outcome.leg().version() + ": ";
        for (LegReport.Failure failure : outcome.report().failures()) {
            getLog().error(where + failure.test());
            failure.lines().forEach(line -> getLog().error("  " + line));
        }
        if (!outcome.trouble().isEmpty()) {
            getLog().error(where + outcome.trouble().get(0));
            outcome.trouble().stream().skip(1).forEach(line -> getLog().error("  | " + line));
        }
    }

    private void finish(List<LegOutcome> outcomes, List<LegSearch.Missing> missing, Path work)
            throws MojoFailureException {
        String failed = outcomes.stream()
                .filter(outcome -> !outcome.passed())
                .map(outcome -> outcome.leg().platform().classifier())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!failed.isEmpty()) {
            throw new MojoFailureException("tests failed on " + failed + ", see above and " + work);
        }
        if (outcomes.isEmpty()) {
            throw new MojoFailureException("no JVM could run the tests, see above");
        }
        if (only != null && !only.isBlank() && !missing.isEmpty()) {
            throw new MojoFailureException("the tests did not run on "
                    + missing.stream()
                            .map(one -> one.platform().classifier())
                            .distinct()
                            .collect(Collectors.joining(", "))
                    + ", which -Dffi.platforms names: see above");
        }
    }

    /** Those of the user, of Maven's toolchains, and Maven's own if there is no other for this machine. */
    private List<PlatformJvm> jvms(Platform host) throws IOException {
        List<PlatformJvm> found = new ArrayList<>();
        for (String jvm : jvms) {
            found.add(PlatformJvm.of(JvmSetting.parse(jvm)));
        }
        for (Platform platform : Platform.values()) {
            for (Toolchain toolchain :
                    toolchains.getToolchains(mavenSession(), "jdk", Map.of("platform", platform.classifier()))) {
                String java = toolchain.findTool("java");
                if (java != null) {
                    found.add(PlatformJvm.of(new JvmSetting(Optional.of(platform), Path.of(java))));
                }
            }
        }
        if (found.stream().noneMatch(jvm -> jvm.platform() == host)) {
            found.add(0, PlatformJvm.of(new JvmSetting(Optional.of(host), Path.of(System.getProperty("java.home")))));
        }
        return found;
    }

    private TestSuite suite(Map<Platform, Path> natives) throws IOException {
        Path work = work().resolve("test");
        return new TestSuite(
                Path.of(mavenProject().getBuild().getTestOutputDirectory()),
                apart(mainJar(), work),
                apart(natives, work),
                dependencies(),
                new TestSuite.TestSettings(testClasses, excludedTags, jvmOptions, Duration.ofMinutes(minutes)),
                mavenProject().getBasedir().toPath(),
                work);
    }

    /** Beside the jars in target, the loader finds the libraries of the build. */
    private static Path apart(Path jar, Path work) throws IOException {
        Path folder = Files.createDirectories(work.resolve("jars"));
        return Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Map<Platform, Path> apart(Map<Platform, Path> jars, Path work) throws IOException {
        Map<Platform, Path> copies = new EnumMap<>(Platform.class);
        for (Map.Entry<Platform, Path> jar : jars.entrySet()) {
            copies.put(jar.getKey(), apart(jar.getValue(), work));
        }
        return copies;
    }

    private Path mainJar() {
        File file = mavenProject().getArtifact().getFile();
        Path jar = file != null && file.isFile()
                ? file.toPath()
                : Path.of(
                        mavenProject().getBuild().getDirectory(),
                        mavenProject().getBuild().getFinalName() + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new WrongSettingException(
                    "there is no " + jar + "\n  fix: have it packed before: mvn package ffi:test");
        }
        return jar;
    }

    /** What the tests need, and the parts of JUnit that start them, in the version of the module's own. */
    private List<Path> dependencies() throws IOException {
        List<Path> files = mavenProject().getArtifacts().stream()
                .map(artifact -> artifact.getFile().toPath())
                .collect(Collectors.toCollection(ArrayList::new));
        files.addAll(new JUnitLauncher(
                        mavenProject().getArtifacts(),
                        new ArtifactFile(
                                repositorySystem,
                                mavenSession().getRepositorySession(),
                                mavenProject().getRemoteProjectRepositories()))
                .files());
        return files;
    }

    private SearchPath searchPath() {
        List<Path> folders = new ArrayList<>();
        emulators.forEach(folder -> folders.add(folder.toPath().toAbsolutePath()));
        folders.addAll(SearchPath.ofThisProcess().folders());
        return new SearchPath(folders);
    }
}
