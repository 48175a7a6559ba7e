package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.module.Folders;
import io.github.cffi4j.compiler.project.SourceRoot;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.File;
import java.util.List;

/** A folder of C and C++ sources: its path alone, or with what of it is compiled. */
public class SourceDirectory {
    private File directory;

    /** If false, its sources are not compiled; it is only searched for headers. */
    private boolean compile = true;

    /** Globs of the files to compile, below the folder; all sources if there are none. */
    private List<String> includes = List.of();

    /** Globs of files not to compile. */
    private List<String> excludes = List.of();

    /** Maven calls it for {@code <sourceDirectory>src/main/native</sourceDirectory>}. */
    public void set(File path) {
        directory = path;
    }

    @Override
    public String toString() {
        return String.valueOf(directory);
    }

    /**
     * @throws WrongSettingException if there is no such folder, or nothing in it to compile
     */
    SourceRoot root() {
        if (directory == null) {
            throw new WrongSettingException("<sourceDirectories>: a <sourceDirectory> needs a <directory>");
        }
        return new SourceRoot(Folders.require("<sourceDirectories>", directory).toPath(), compile, includes, excludes);
    }
}
