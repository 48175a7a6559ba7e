package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.zig.Zig;
import io.github.cffi4j.compiler.zig.ZigHost;
import io.github.cffi4j.compiler.zig.ZigResolver;
import io.github.cffi4j.compiler.zig.ZigSettings;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Builds side by side: modules of one, and whole ones that share a cache. */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
class BuildsAtOnceIT {

    @Test
    void modulesInOneBuild(Path work) throws Exception {
        TestProject pair = TestProject.copy("pair", work);

        BuildOutcome outcome = pair.run("package", "-T2").succeeded();

        assertThat(outcome.text()).doesNotContain("not marked as @threadSafe", "not thread-safe");
        for (String module : List.of("circle", "square")) {
            assertThat(Jars.files(pair.file(module + "/target/" + module + "-1.0-windows-aarch_64.jar")))
                    .contains("META-INF/lib/windows_arm64/" + module + ".dll");
        }
    }

    @Test
    void checkoutsWithOneColdCache(Path work) throws Exception {
        // Maven's own repository is not made for two at once: what they need is there before.
        TestProject.copy("geometry", work.resolve("before"))
                .run("process-classes", "-Dffi.platforms=host")
                .succeeded();
        List<TestProject> projects = List.of(
                TestProject.copy("geometry", work.resolve("left")),
                TestProject.copy("geometry", work.resolve("right")));
        String[] command = {
            "process-classes",
            "-Dffi.platforms=windows-x86_64,linux-aarch_64",
            "-Dffi.zig=" + zig().executable(),
            "-Dffi.cache.dir=" + work.resolve("cache")
        };

        List<CompletableFuture<BuildOutcome>> builds = projects.stream()
                .map(project -> CompletableFuture.supplyAsync(() -> project.run(command)))
                .toList();
        for (CompletableFuture<BuildOutcome> build : builds) {
            build.get().succeeded();
        }

        for (String library : List.of("windows-x86_64/geometry.dll", "linux-aarch_64/libgeometry.so")) {
            assertThat(projects.get(0).file("target/ffi/lib/" + library))
                    .hasSameBinaryContentAs(projects.get(1).file("target/ffi/lib/" + library));
        }
    }

    @Test
    void twoInOneCheckout(Path work) throws Exception {
        TestProject project = TestProject.copy("geometry", work);
        project.run("process-classes", "-Dffi.platforms=host").succeeded();
        for (String source : List.of("names.c", "distance.c")) {
            project.write(
                    "src/main/c/" + source,
                    project.read("src/main/c/" + source) + "int geo_spare_" + source.charAt(0) + ";\n");
        }
        // Maven's other plugins, which write jars and classes, are not made for that.
        String[] command = {
            "io.github.cffi4j:ffi-maven-plugin:" + TestSettings.VERSION + ":generate",
            "io.github.cffi4j:ffi-maven-plugin:" + TestSettings.VERSION + ":compile",
            "-Dffi.platforms=linux-x86_64,windows-x86_64",
            "-Dffi.cache.megabytes=0"
        };

        List<CompletableFuture<BuildOutcome>> builds = List.of(
                CompletableFuture.supplyAsync(() -> project.run(command)),
                CompletableFuture.supplyAsync(() -> project.run(command)));
        for (CompletableFuture<BuildOutcome> build : builds) {
            build.get().succeeded();
        }

        BuildTimes after = BuildTimes.of(project);
        project.run(command).succeeded();
        assertThat(BuildTimes.of(project).madeSince(after)).isEmpty();
    }

    /** The zig of the user's cache, which the outer build has filled. */
    static Zig zig() throws IOException, InterruptedException {
        Platform host = Host.current().platform();
        UserCache cache = UserCache.locate(
                Optional.empty(), host.os(), System.getenv(), Path.of(System.getProperty("user.home")));
        return ZigResolver.of(
                        ZigSettings.of(new ZigHost(host.os(), host.arch()), cache), ProcessRunner.system(), line -> {})
                .resolve();
    }
}
