package io.github.cffi4j.compiler.nativebuild;

import io.github.cffi4j.platform.Host;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A build by a configure script and make: static libraries, optimised.
 *
 * @param options arguments of the script: {@code --disable-tests}, {@code CFLAGS=-O3}
 * @param targets what make builds and then installs; the usual targets if there are none
 */
public record ConfigureRecipe(String directory, List<String> options, List<String> targets) implements BuildRecipe {
    private static final int SCRIPT_START = 4096;

    public ConfigureRecipe {
        options = List.copyOf(options);
        targets = List.copyOf(targets);
    }

    @Override
    public String system() {
        return "configure";
    }

    @Override
    public ConfigureRecipe with(List<String> more) {
        return new ConfigureRecipe(directory, Options.joined(options, more), targets);
    }

    @Override
    public List<String> files() {
        return List.of("configure");
    }

    /** Makefiles of generated sources write beside them if the clock says so. */
    @Override
    public boolean amongSources() {
        return true;
    }

    @Override
    public String identity() {
        return BuildRecipe.super.identity() + "\n" + targets;
    }

    @Override
    public List<BuildStep> steps(BuildPlace place, boolean install) {
        String make = place.tools().require("make", "a <configure> build");
        Path folder = place.source().resolve(directory);
        Path script = folder.resolve("configure");
        List<String> configure = new ArrayList<>(
                List.of(place.tools().require("sh", "a configure script"), script.toString(), "--prefix=" + PREFIX));
        if (isAutoconf(script)) {
            configure.addAll(List.of(
                    "--host=" + place.toolchain().triple(),
                    "--build=" + thisMachine(),
                    "--libdir=" + PREFIX + "/lib",
                    "--enable-static",
                    "--disable-shared",
                    "--disable-dependency-tracking",
                    "--with-pic"));
        }
        configure.addAll(options);
        List<String> compile = new ArrayList<>(List.of(make, "-j" + place.jobs()));
        compile.addAll(targets);
        List<BuildStep> steps = new ArrayList<>(
                List.of(new BuildStep("configuring", folder, configure), new BuildStep("building", folder, compile)));
        if (install) {
            steps.add(new BuildStep("installing", folder, List.of(make, "install", "DESTDIR=" + place.staging())));
        }
        return steps;
    }

    /** Another script may have the same name, such as zlib's, and options of its own. */
    private static boolean isAutoconf(Path script) {
        try (var in = Files.newInputStream(script)) {
            return new String(in.readNBytes(SCRIPT_START), StandardCharsets.ISO_8859_1).contains("Autoconf");
        } catch (IOException e) {
            return false;
        }
    }

    /** Never the name of a platform that is built for: then no script tries to run what it compiles. */
    private static String thisMachine() {
        String arch = Host.current().platform().arch().zigName();
        return switch (Host.current().platform().os()) {
            case OSX -> arch + "-cffi4j-darwin20";
            case FREEBSD -> arch + "-cffi4j-freebsd14";
            case LINUX, WINDOWS -> arch + "-cffi4j-linux-gnu";
        };
    }
}
