package io.github.cffi4j.compiler.nativebuild;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.util.List;

/** How a library is built: the steps of one build system. Immutable. */
public sealed interface BuildRecipe permits CmakeRecipe, MesonRecipe, ConfigureRecipe, MakeRecipe, CommandRecipe {
    /** The prefix that builds believe to install into. What they install below it is taken from there. */
    String PREFIX = "/usr/local";

    /** Returns the build system's name, for people. */
    String system();

    /** Returns the options, as the author wrote them. */
    List<String> options();

    /** Returns the recipe with more options behind its own. */
    BuildRecipe with(List<String> more);

    /** Returns the path of the folder of the build system's file below the sources; empty for the top. */
    String directory();

    /** Returns the names that its file may have in that folder; none if it needs no such file. */
    List<String> files();

    /** Returns true if it builds in the folder of its sources, so that each platform needs a copy. */
    boolean amongSources();

    /**
     * Returns the steps, in order, without the installation if the files are taken from the build's folder.
     *
     * @throws WrongSettingException if a program that it needs is not on this machine
     */
    List<BuildStep> steps(BuildPlace place, boolean install);

    /** Returns a text that tells it from all recipes that build something else. */
    default String identity() {
        return system() + "\n" + directory() + "\n" + String.join("\n", options());
    }
}
