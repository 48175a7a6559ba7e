package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.fetch.FetchedArchive;
import io.github.cffi4j.compiler.nativebuild.BuildRecipe;
import io.github.cffi4j.compiler.nativebuild.CmakeRecipe;
import io.github.cffi4j.compiler.nativebuild.CommandRecipe;
import io.github.cffi4j.compiler.nativebuild.ConfigureRecipe;
import io.github.cffi4j.compiler.nativebuild.MakeRecipe;
import io.github.cffi4j.compiler.nativebuild.MesonRecipe;
import io.github.cffi4j.compiler.nativebuild.NativeBuild;
import io.github.cffi4j.compiler.nativebuild.NativeSource;
import io.github.cffi4j.compiler.nativebuild.PlatformOptions;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A C library that is built by a build system of its own. */
public class NativeBuildParameter {
    /** A name for people, and for folders; that of the source, if it is not given. */
    private String name;

    /** The name of a {@code <sourceArchive>}, whose sources are then not compiled by the plugin; or a folder. */
    private String source;

    private RecipeParameter cmake;
    private RecipeParameter meson;
    private RecipeParameter configure;
    private RecipeParameter make;
    private RecipeParameter command;

    /** More options, for some platforms each. */
    private List<PlatformOption> platformOptions = List.of();

    /** Names of the static libraries to link, without prefix and suffix; all that it installs if there are none. */
    private List<String> libraries = List.of();

    /** Globs of files to take from the build's folder in place of an installation: static libraries and headers. */
    private List<String> installs = List.of();

    /** How a library is built. */
    public static class RecipeParameter {
        private String directory = "";
        private String run;
        private final List<String> options = new ArrayList<>();
        private final List<String> targets = new ArrayList<>();

        /** Maven calls it for {@code <command>sh build.sh</command>}. */
        public void set(String text) {
            run = text;
        }

        /** Maven calls it for {@code <run>}: what a shell runs. */
        public void setRun(String text) {
            run = text;
        }

        /** Maven calls it for {@code <directory>}: where the build system's file is, below the sources. */
        public void setDirectory(String path) {
            directory = path;
        }

        /** Maven calls it for each {@code <option>}. */
        public void addOption(String option) {
            options.add(option.strip());
        }

        /** Maven calls it for each {@code <target>}. */
        public void addTarget(String target) {
            targets.add(target.strip());
        }
    }

    /** Options for the platforms that match a pattern. */
    public static class PlatformOption {
        private String platform = "*";
        private final List<String> options = new ArrayList<>();

        /** Maven calls it for {@code <platform>}: classifiers, with {@code *} for any characters. */
        public void setPlatform(String pattern) {
            platform = pattern;
        }

        /** Maven calls it for each {@code <option>}. */
        public void addOption(String option) {
            options.add(option.strip());
        }

        private PlatformOptions options() {
            PlatformOptions some = new PlatformOptions(platform, options);
            if (Platform.classifiers().stream().noneMatch(some::matches)) {
                throw new WrongSettingException("<platformOptions>: no platform is called '" + platform
                        + "'; there are " + String.join(" ", Platform.classifiers()));
            }
            return some;
        }
    }

    /** Returns true if it is built from this source archive. */
    boolean isFrom(String archive) {
        return archive.equals(source);
    }

    /**
     * @param archives those of the module, fetched
     * @param base the module's folder
     */
    NativeBuild build(List<FetchedArchive> archives, Path base) {
        if (source == null) {
            throw new WrongSettingException("<nativeBuilds>: a <nativeBuild> needs a <source>: the name of a"
                    + " <sourceArchive>, or a folder");
        }
        NativeSource from = archives.stream()
                .filter(fetched -> isFrom(fetched.archive().name()))
                .findFirst()
                .map(NativeSource::of)
                .orElseGet(() -> NativeSource.of(folder(archives, base)));
        return new NativeBuild(
                name != null ? name : Path.of(source).getFileName().toString(),
                from,
                recipe(),
                platformOptions.stream().map(PlatformOption::options).toList(),
                libraries,
                installs);
    }

    private Path folder(List<FetchedArchive> archives, Path base) {
        Path folder = base.resolve(source).normalize();
        if (!Files.isDirectory(folder)) {
            throw new WrongSettingException("<nativeBuilds>: '" + source + "' is neither a folder nor one of the"
                    + " <sourceArchives>: "
                    + archives.stream().map(fetched -> fetched.archive().name()).toList());
        }
        return folder;
    }

    private BuildRecipe recipe() {
        List<BuildRecipe> recipes = new ArrayList<>();
        if (cmake != null) {
            recipes.add(new CmakeRecipe(cmake.directory, cmake.options, cmake.targets));
        }
        if (meson != null) {
            recipes.add(new MesonRecipe(meson.directory, meson.options));
        }
        if (configure != null) {
            recipes.add(new ConfigureRecipe(configure.directory, configure.options, configure.targets));
        }
        if (make != null) {
            recipes.add(new MakeRecipe(make.directory, make.options, make.targets));
        }
        if (command != null) {
            if (command.run == null) {
                throw new WrongSettingException("<nativeBuilds>: a <command> needs a <run>, which a shell runs");
            }
            recipes.add(new CommandRecipe(command.directory, command.run, command.options));
        }
        if (recipes.size() != 1) {
            throw new WrongSettingException("<nativeBuilds>: the <nativeBuild> of " + source
                    + " needs one of <cmake>, <meson>, <configure>, <make> and <command>, and has " + recipes.size());
        }
        return recipes.get(0);
    }
}
