package io.github.cffi4j.compiler.nativebuild;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The folder of the sources that has the build system's file. */
final class RecipeFolder {
    /** Archives often have the library in a folder or two of theirs. */
    private static final int DEPTH = 4;

    private static final int MOST_NAMED = 5;

    private RecipeFolder() {}

    /**
     * Fails unless a recipe finds its file where it looks, and says where there is one.
     *
     * @throws WrongSettingException if it does not
     */
    static void require(NativeBuild build, BuildRecipe recipe) throws IOException {
        Path sources = build.source().folder();
        Path folder = sources.resolve(recipe.directory());
        if (!Files.isDirectory(folder)) {
            throw new WrongSettingException("<nativeBuild> " + build.name() + ": there is no folder '"
                    + recipe.directory() + "' in its sources " + sources + "\n  fix: correct the <directory>");
        }
        if (!recipe.files().isEmpty() && !has(folder, recipe.files())) {
            throw new WrongSettingException("<nativeBuild> " + build.name() + ": there is no "
                    + String.join(" or ", recipe.files()) + " in " + folder + "\n  fix: " + fix(sources, recipe));
        }
    }

    private static String fix(Path sources, BuildRecipe recipe) throws IOException {
        String element = "<" + recipe.system().toLowerCase(Locale.ROOT) + ">";
        List<String> others = others(sources, recipe.files());
        if (!others.isEmpty()) {
            return "write one of these into " + element + ": " + String.join(" ", others);
        }
        return recipe instanceof ConfigureRecipe
                ? "if the sources have only a configure.ac, take a release archive, which has the script, or another"
                        + " build system of theirs"
                : "take another build system: nothing below " + sources + " is for " + recipe.system();
    }

    /** The folders that have such a file, those that are nearer first. Those below them are parts of theirs. */
    private static List<String> others(Path sources, List<String> names) throws IOException {
        try (Stream<Path> below = Files.walk(sources, DEPTH)) {
            List<Path> folders = below.filter(folder -> Files.isDirectory(folder) && has(folder, names))
                    .map(sources::relativize)
                    .sorted(Comparator.comparing(Path::getNameCount).thenComparing(Path::toString))
                    .toList();
            return folders.stream()
                    .filter(folder ->
                            folders.stream().noneMatch(other -> !other.equals(folder) && folder.startsWith(other)))
                    .limit(MOST_NAMED)
                    .map(folder -> "<directory>" + folder.toString().replace('\\', '/') + "</directory>")
                    .toList();
        }
    }

    private static boolean has(Path folder, List<String> names) {
        return names.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }
}
