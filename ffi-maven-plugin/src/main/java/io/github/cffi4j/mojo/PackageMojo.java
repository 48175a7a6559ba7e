package io.github.cffi4j.mojo;

import io.github.cffi4j.build.compile.BuildRecord;
import io.github.cffi4j.build.compile.DebugInfo;
import io.github.cffi4j.build.compile.FileHashes;
import io.github.cffi4j.build.compile.HashedFile;
import io.github.cffi4j.build.compile.LinkedLibrary;
import io.github.cffi4j.build.compile.PluginBuild;
import io.github.cffi4j.build.compile.SymbolFile;
import io.github.cffi4j.build.fetch.Sha256;
import io.github.cffi4j.build.pack.ClassifierJar;
import io.github.cffi4j.build.project.BuiltLibrary;
import io.github.cffi4j.build.project.FfiProject;
import io.github.cffi4j.build.project.LibraryBuilder;
import io.github.cffi4j.build.publish.NativeDependencies;
import io.github.cffi4j.build.publish.Natives;
import io.github.cffi4j.build.sbom.BomWriter;
import io.github.cffi4j.build.sbom.BundledPart;
import io.github.cffi4j.build.sbom.PartFinder;
import io.github.cffi4j.build.trace.Trace;
import io.github.cffi4j.build.zig.Zig;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.inject.Inject;
import org.apache.maven.model.io.ModelReader;
import org.apache.maven.model.io.ModelWriter;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;

/** Packs one classifier jar per platform, attaches them to the module, and has the published POM depend on them. */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public class PackageMojo extends AbstractFfiMojo {
    @Inject
    private MavenProjectHelper projectHelper;

    @Inject
    private ModelReader modelReader;

    @Inject
    private ModelWriter modelWriter;

    /**
     * Which native jars come with a plain dependency on the module: {@code all}, {@code host} (that of the machine that
     * builds), or {@code none}.
     */
    @Parameter(property = "ffi.natives", defaultValue = "all")
    private String natives;

    /**
     * Whether a {@code .module} file is published for Gradle, which offers single platforms. Without one Gradle reads the POM, and
     * gets the native jars of all platforms. It follows the specification, but no Gradle has read one yet.
     */
    @Parameter(property = "ffi.gradleMetadata", defaultValue = "false")
    private boolean gradleMetadata;

    @Override
    void run() throws Exception {
        Natives published = natives();
        refuseToDeployDebugBuild();
        FfiProject project = ffiProject();
        LocalDateTime time = OutputTimestamp.parse(outputTimestamp());
        Map<Platform, Path> packed = new LinkedHashMap<>();
        List<LinkedLibrary> libraries = new LibraryBuilder(project)
                .build(library -> {}).stream().map(BuiltLibrary::library).toList();
        for (LinkedLibrary linked : libraries) {
            String classifier = linked.platform().classifier();
            Path jar = Path.of(
                    mavenProject().getBuild().getDirectory(),
                    mavenProject().getBuild().getFinalName() + "-" + classifier + ".jar");
            pack(jar, linked, materials(linked, project.compiler().get()), time);
            projectHelper.attachArtifact(mavenProject(), "jar", classifier, jar.toFile());
            packed.put(linked.platform(), jar);
            if (debugInfo().separate() && Files.isRegularFile(SymbolFile.of(linked.file()))) {
                packSymbols(linked, time);
            }
        }
        boolean forGradle = gradleMetadata && !packed.isEmpty() && !isSnapshot();
        if (forGradle) {
            Path module = project.layout().work().resolve("gradle.module");
            new GradleMetadataFile(mavenProject(), published, packed).write(module);
            projectHelper.attachArtifact(mavenProject(), "module", module.toFile());
        }
        NativeDependencies dependencies = NativeDependencies.of(published, List.copyOf(packed.keySet()));
        PublishedPom pom = new PublishedPom(
                mavenProject(),
                dependencies,
                forGradle,
                modelReader,
                modelWriter,
                project.layout().work().resolve("pom.xml"));
        pom.replace();
        pom.remember();
        String request = mavenSession().getUserProperties().getProperty(NativeDependencies.REQUEST);
        new ReactorDependents(mavenProject())
                .offer(NativeDependencies.chosen(
                        published,
                        List.copyOf(packed.keySet()),
                        Optional.ofNullable(request),
                        Host.current().detected()));
        getLog().info(count(packed.size(), "classifier jar"));
    }

    /** Whoever gets it from a repository has a library that is slow and tells of the machine it was built on. */
    private void refuseToDeployDebugBuild() {
        boolean deploying =
                mavenSession().getGoals().stream().anyMatch(goal -> goal.matches("deploy|.*deploy.*:deploy.*"));
        if (debugInfo() == DebugInfo.INSIDE && deploying) {
            if (!mavenProject().getArtifact().isSnapshot()) {
                throw new IllegalArgumentException("-Dffi.debug: a debug build is not for a release. Leave it out; with"
                        + " -Dffi.symbols the debug information is published beside the libraries");
            }
            getLog().warn("-Dffi.debug: this snapshot gets a debug build: slow, large, with the paths of this machine");
        }
    }

    /** For who debugs: nothing depends on it. */
    private void packSymbols(LinkedLibrary linked, LocalDateTime time) throws IOException {
        String classifier = linked.platform().classifier() + "-symbols";
        Path jar = Path.of(
                mavenProject().getBuild().getDirectory(),
                mavenProject().getBuild().getFinalName() + "-" + classifier + ".jar");
        ClassifierJar.writeSymbols(jar, SymbolFile.of(linked.file()), time);
        projectHelper.attachArtifact(mavenProject(), "jar", classifier, jar.toFile());
    }

    private boolean isSnapshot() {
        boolean snapshot = mavenProject().getArtifact().isSnapshot();
        if (gradleMetadata && snapshot) {
            // Maven renames them while deploying.
            getLog().info("no .module file for Gradle: the names of a snapshot's files are not known yet");
        }
        return snapshot;
    }

    /** The bill of materials and the licences it names. */
    private SortedMap<String, byte[]> materials(LinkedLibrary linked, Zig zig)
            throws IOException, InterruptedException {
        List<BundledPart> parts = new PartFinder(pluginVersion(), zig, fetchedArchives()).of(linked);
        BomWriter bom = bomWriter(zig);
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(
                bom.module().bomPath(Optional.of(linked.platform().classifier())),
                bom.ofNativeJar(linked, parts).getBytes(StandardCharsets.UTF_8));
        for (BundledPart part : parts) {
            part.texts().forEach(text -> files.put(text.path(), text.content()));
        }
        return files;
    }

    private Natives natives() {
        return switch (natives) {
            case "all" -> Natives.ALL;
            case "host" -> Natives.HOST;
            case "none" -> Natives.NONE;
            default ->
                throw new IllegalArgumentException(
                        "natives is '" + natives + "'; it is 'all', 'host' or 'none' (of the native jars)");
        };
    }

    private void pack(Path jar, LinkedLibrary linked, SortedMap<String, byte[]> materials, LocalDateTime time)
            throws IOException {
        Trace.Running work = trace().start("pack", jar.getFileName().toString());
        Path record = work().resolve("jar").resolve(linked.platform().classifier() + ".made");
        String command = PluginBuild.identity() + "\n" + library() + "\n" + time + "\n" + hash(materials);
        FileHashes hashes = new FileHashes();
        if (BuildRecord.current(record, jar, command, hashes).isEmpty()) {
            HashedFile library = hashes.of(linked.file())
                    .filter(file -> file.hash().equals(linked.sha256().hex()))
                    .orElseThrow(() -> new IOException(
                            linked.file() + " was replaced while it was being packed: by another build; build again"));
            ClassifierJar.write(jar, library(), linked, materials, time);
            BuildRecord.write(record, jar, command, "", List.of(library));
            work.done();
        }
    }

    private static Sha256 hash(SortedMap<String, byte[]> files) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        files.forEach((path, content) -> {
            all.writeBytes(path.getBytes(StandardCharsets.UTF_8));
            all.writeBytes(content);
        });
        return Sha256.of(all.toByteArray());
    }
}
