package io.github.cffi4j.compiler.nativebuild;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.util.List;

/**
 * A C library that is built by a build system of its own. Immutable.
 *
 * @param name for people, and part of folder names
 * @param source its sources
 * @param recipe how it is built
 * @param options more options, for some platforms each, behind those of the recipe
 * @param libraries names of the static libraries to link, without prefix and suffix; empty for all that it installs
 * @param installs globs of files that are taken from the build's folder in place of an installation; empty to install
 */
public record NativeBuild(
        String name,
        NativeSource source,
        BuildRecipe recipe,
        List<PlatformOptions> options,
        List<String> libraries,
        List<String> installs) {

    public NativeBuild {
        options = List.copyOf(options);
        libraries = List.copyOf(libraries);
        installs = List.copyOf(installs);
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*")) {
            throw new WrongSettingException(
                    "<nativeBuilds>: the name of a native build has letters, digits, '.', '-' and"
                            + " '_', this one is '" + name + "'");
        }
    }

    /** Returns the name of the source archive; or of this build, if its sources are a folder. */
    public String sourceName() {
        return source.archive().orElse(name);
    }

    /** Returns the recipe with the options of a platform. */
    public BuildRecipe recipe(String classifier) {
        return recipe.with(options.stream()
                .filter(some -> some.matches(classifier))
                .flatMap(some -> some.options().stream())
                .toList());
    }
}
