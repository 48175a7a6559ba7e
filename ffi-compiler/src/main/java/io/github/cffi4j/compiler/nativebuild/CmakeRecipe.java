package io.github.cffi4j.compiler.nativebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A build by CMake: static libraries, optimised.
 *
 * @param options definitions such as {@code USE_HTTPS=OFF}, or arguments that begin with a dash
 * @param targets what to build; the usual target if there are none
 */
public record CmakeRecipe(String directory, List<String> options, List<String> targets) implements BuildRecipe {
    public CmakeRecipe {
        options = List.copyOf(options);
        targets = List.copyOf(targets);
    }

    @Override
    public String system() {
        return "CMake";
    }

    @Override
    public CmakeRecipe with(List<String> more) {
        return new CmakeRecipe(directory, Options.joined(options, more), targets);
    }

    @Override
    public List<String> files() {
        return List.of("CMakeLists.txt");
    }

    @Override
    public boolean amongSources() {
        return false;
    }

    @Override
    public String identity() {
        return BuildRecipe.super.identity() + "\n" + targets;
    }

    @Override
    public List<BuildStep> steps(BuildPlace place, boolean install) {
        String cmake = place.tools().require("cmake", "a <cmake> build");
        boolean ninja = place.tools().has("ninja");
        if (!ninja) {
            place.tools().require("make", "CMake without Ninja");
        }
        String build = place.build().toString();
        List<String> configure = new ArrayList<>(List.of(
                cmake,
                "-S",
                place.source().resolve(directory).toString(),
                "-B",
                build,
                "-G",
                ninja ? "Ninja" : "Unix Makefiles",
                "-DCMAKE_TOOLCHAIN_FILE=" + place.toolchain().cmakeFile(),
                "-DCMAKE_BUILD_TYPE=Release",
                "-DBUILD_SHARED_LIBS=OFF",
                "-DCMAKE_INSTALL_PREFIX=" + PREFIX,
                "-DCMAKE_INSTALL_LIBDIR=lib"));
        options.forEach(option -> configure.add(option.startsWith("-") ? option : "-D" + option));
        List<String> compile =
                new ArrayList<>(List.of(cmake, "--build", build, "--parallel", String.valueOf(place.jobs())));
        targets.forEach(target -> compile.addAll(List.of("--target", target)));
        List<BuildStep> steps = new ArrayList<>(List.of(
                new BuildStep("configuring", place.build(), configure),
                new BuildStep("building", place.build(), compile)));
        if (install) {
            steps.add(new BuildStep(
                    "installing",
                    List.of(cmake, "--install", build),
                    place.build(),
                    Map.of("DESTDIR", place.staging().toString())));
        }
        return steps;
    }
}
