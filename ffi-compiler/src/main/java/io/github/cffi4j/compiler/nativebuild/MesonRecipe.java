package io.github.cffi4j.compiler.nativebuild;

import java.util.ArrayList;
import java.util.List;

/**
 * A build by Meson: static libraries, optimised. It downloads nothing.
 *
 * @param options such as {@code png=disabled}, or arguments that begin with a dash
 */
public record MesonRecipe(String directory, List<String> options) implements BuildRecipe {
    public MesonRecipe {
        options = List.copyOf(options);
    }

    @Override
    public String system() {
        return "Meson";
    }

    @Override
    public MesonRecipe with(List<String> more) {
        return new MesonRecipe(directory, Options.joined(options, more));
    }

    @Override
    public List<String> files() {
        return List.of("meson.build");
    }

    @Override
    public boolean amongSources() {
        return false;
    }

    @Override
    public List<BuildStep> steps(BuildPlace place, boolean install) {
        String meson = place.tools().require("meson", "a <meson> build");
        place.tools().require("ninja", "Meson");
        String build = place.build().toString();
        List<String> setup = new ArrayList<>(List.of(
                meson,
                "setup",
                "--cross-file",
                place.toolchain().mesonFile().toString(),
                "--prefix=" + PREFIX,
                "--libdir=lib",
                "--default-library=static",
                "--buildtype=release",
                "--wrap-mode=nodownload"));
        options.forEach(option -> setup.add(option.startsWith("-") ? option : "-D" + option));
        setup.addAll(List.of(build, place.source().resolve(directory).toString()));
        List<BuildStep> steps = new ArrayList<>(List.of(
                new BuildStep("configuring", place.build(), setup),
                new BuildStep(
                        "building",
                        place.build(),
                        List.of(meson, "compile", "-C", build, "-j", String.valueOf(place.jobs())))));
        if (install) {
            steps.add(new BuildStep(
                    "installing",
                    place.build(),
                    List.of(
                            meson,
                            "install",
                            "-C",
                            build,
                            "--no-rebuild",
                            "--destdir",
                            place.staging().toString())));
        }
        return steps;
    }
}
