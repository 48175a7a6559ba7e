package io.github.cffi4j.compiler.module;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.File;
import java.util.List;

/** Refuses folders that a POM names and that are not there: a misspelt one would be passed over in silence. */
public final class Folders {

    private Folders() {}

    /**
     * The same folder.
     *
     * @param parameter as the POM has it
     * @throws WrongSettingException if it is none
     */
    public static File require(String parameter, File folder) {
        if (folder.isDirectory()) {
            return folder;
        }
        File above = folder.getParentFile();
        while (above != null && !above.isDirectory()) {
            above = above.getParentFile();
        }
        throw new WrongSettingException(parameter + ": " + folder
                + (folder.exists() ? " is a file, not a folder" : " does not exist")
                + (above == null ? "" : "; the path exists up to " + above)
                + "; fix: correct the path, or create it before ffi:generate runs");
    }

    public static List<File> require(String parameter, List<File> folders) {
        folders.forEach(folder -> require(parameter, folder));
        return folders;
    }
}
