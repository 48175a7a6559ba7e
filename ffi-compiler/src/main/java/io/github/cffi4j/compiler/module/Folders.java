package io.github.cffi4j.compiler.module;

import java.io.File;
import java.util.List;

/** Refuses folders that a POM names and that are not there: a misspelt one would be passed over in silence. */
public final class Folders {

    private Folders() {}

    /**
     * The same folder.
     *
     * @param parameter as the POM has it
     * @throws IllegalArgumentException if it is none
     */
    public static File require(String parameter, File folder) {
        if (folder.isDirectory()) {
            return folder;
        }
        File above = folder.getParentFile();
        while (above != null && !above.isDirectory()) {
            above = above.getParentFile();
        }
        throw new IllegalArgumentException(parameter + ": " + folder
                + (folder.exists() ? " is a file, not a folder" : " is no folder")
                + (above == null ? "" : "; what is there ends at " + above)
                + "; fix: correct the path, or create it before ffi:generate runs");
    }

    public static List<File> require(String parameter, List<File> folders) {
        folders.forEach(folder -> require(parameter, folder));
        return folders;
    }
}
