package io.github.cffi4j.compiler.nativebuild;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A build by a makefile, which gets its compilers as variables.
 *
 * @param options variables of the makefile: {@code BUILD_SHARED=no}
 * @param targets what to build before the installation; the usual target if there are none
 */
public record MakeRecipe(String directory, List<String> options, List<String> targets) implements BuildRecipe {
    private static final List<String> TOOLS = List.of("CC", "CXX", "AR", "RANLIB", "STRIP");

    public MakeRecipe {
        options = List.copyOf(options);
        targets = List.copyOf(targets);
    }

    @Override
    public String system() {
        return "make";
    }

    @Override
    public MakeRecipe with(List<String> more) {
        return new MakeRecipe(directory, Options.joined(options, more), targets);
    }

    @Override
    public List<String> files() {
        return List.of("GNUmakefile", "makefile", "Makefile");
    }

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
        String make = place.tools().require("make", "a <make> build");
        Path folder = place.source().resolve(directory);
        Map<String, String> variables = place.toolchain().variables();
        List<String> compile = new ArrayList<>(List.of(make, "-j" + place.jobs()));
        for (String tool : TOOLS) {
            if (options.stream().noneMatch(option -> option.startsWith(tool + "="))) {
                compile.add(tool + "=" + variables.get(tool));
            }
        }
        compile.addAll(options);
        List<String> installation = new ArrayList<>(compile);
        compile.addAll(targets);
        List<BuildStep> steps = new ArrayList<>(List.of(new BuildStep("building", folder, compile)));
        if (install) {
            installation.addAll(
                    List.of("install", "PREFIX=" + PREFIX, "prefix=" + PREFIX, "DESTDIR=" + place.staging()));
            steps.add(new BuildStep("installing", folder, installation));
        }
        return steps;
    }
}
