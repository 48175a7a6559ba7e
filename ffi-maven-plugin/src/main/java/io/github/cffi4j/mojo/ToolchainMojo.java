package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.compile.CompileOptions;
import io.github.cffi4j.compiler.compile.LinkPolicy;
import io.github.cffi4j.compiler.module.FfiModule;
import io.github.cffi4j.compiler.module.ModuleRelease;
import io.github.cffi4j.compiler.module.PlatformSelection;
import io.github.cffi4j.compiler.module.ToolchainRequest;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.project.ProjectLayout;
import io.github.cffi4j.compiler.sbom.PublishedModule;
import io.github.cffi4j.compiler.toolchain.CrossToolchain;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes zig as a toolchain that CMake, Meson, configure scripts and makefiles can use, to try another build by hand:
 * {@code mvn ffi:toolchain -Dffi.platforms=windows-aarch_64}.
 */
@Mojo(name = "toolchain", requiresProject = false, threadSafe = true)
public class ToolchainMojo extends ZigGoal {
    /** The platforms, by their classifiers, separated by commas; {@code host} is this machine's. The eight usual ones if none is given. */
    @Parameter(property = "ffi.platforms")
    private String only;

    /** The folder for the toolchains, each in a folder named by its platform. */
    @Parameter(property = "ffi.toolchain.dir", defaultValue = "${project.build.directory}/ffi/toolchain")
    private File toolchainDirectory;

    /** How the toolchains link: {@code auto} takes the lean link where it will do, {@code full} always zig's whole run time. */
    @Parameter(property = "ffi.link", defaultValue = "auto")
    private String link;

    @Override
    void run() throws Exception {
        Path base = toolchainDirectory.toPath();
        CompileOptions usual = CompileOptions.usual();
        FfiProject project = FfiProject.of(
                        "toolchain",
                        new ProjectLayout(base, base, List.of(), base, work(), base),
                        List.of(Platform.values()))
                .withBuilt(PlatformSelection.only(
                        only == null || only.isBlank() ? String.join(",", standard()) : only,
                        List.of(Platform.values())))
                .withCompiler(zigLocator()::locate)
                .withCache(cache())
                .withOptions(new CompileOptions(LinkPolicy.of(link), usual.launcher(), usual.cacheBytes()))
                .withProgress(getLog()::info)
                .withTrace(trace());
        ModuleRelease release = new ModuleRelease(new PublishedModule("", "", "", List.of()), pluginVersion(), null);
        List<CrossToolchain> written = new FfiModule(project, release, getLog()::warn)
                .toolchain(new ToolchainRequest(base))
                .toolchains();
        for (CrossToolchain toolchain : written) {
            getLog().info("  " + toolchain.platform().classifier() + " in " + toolchain.folder());
        }
        CrossToolchain one = written.get(0);
        getLog().info("");
        getLog().info("CMake:     cmake -S <source> -B <build> -DCMAKE_TOOLCHAIN_FILE=" + one.cmakeFile());
        getLog().info("Meson:     meson setup --cross-file " + one.mesonFile() + " <build> <source>");
        getLog().info("configure: . " + one.shellFile() + " && <source>/configure --host=\"$HOST\"");
        getLog().info("make:      . " + one.shellFile() + " && make CC=\"$CC\" AR=\"$AR\" RANLIB=\"$RANLIB\"");
    }

    private static List<String> standard() {
        return Platform.standard().stream().map(Platform::classifier).toList();
    }
}
