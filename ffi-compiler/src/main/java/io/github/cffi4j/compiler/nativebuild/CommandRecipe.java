package io.github.cffi4j.compiler.nativebuild;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A build by commands of the author's, run by a shell in a copy of the sources.
 *
 * @param text what the shell runs; the options are its arguments
 */
public record CommandRecipe(String directory, String text, List<String> options) implements BuildRecipe {
    public CommandRecipe {
        options = List.copyOf(options);
    }

    @Override
    public String system() {
        return "command";
    }

    @Override
    public CommandRecipe with(List<String> more) {
        return new CommandRecipe(directory, text, Options.joined(options, more));
    }

    @Override
    public List<String> files() {
        return List.of();
    }

    @Override
    public boolean amongSources() {
        return true;
    }

    @Override
    public String identity() {
        return BuildRecipe.super.identity() + "\n" + text;
    }

    @Override
    public List<BuildStep> steps(BuildPlace place, boolean install) {
        Path folder = place.source().resolve(directory);
        List<String> line =
                new ArrayList<>(List.of(place.tools().require("sh", "a <command> build"), "-e", "-c", text, "command"));
        line.addAll(options);
        return List.of(new BuildStep(
                "building",
                line,
                folder,
                Map.of(
                        "PREFIX",
                        PREFIX,
                        "DESTDIR",
                        place.staging().toString(),
                        "JOBS",
                        String.valueOf(place.jobs()),
                        "PLATFORM",
                        place.toolchain().platform().classifier())));
    }
}
