package io.github.cffi4j.compiler.module;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.util.regex.Pattern;

/** Checks the name of a library, which becomes part of file names on all systems, of linker arguments and of resources. */
public final class LibraryName {
    /** Of files 255 are allowed; the loader's cache and classifiers add theirs. */
    private static final int MAX_LENGTH = 100;

    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]*");

    /** Windows takes them for devices, whatever the suffix. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|com[0-9]|lpt[0-9])(\\..*)?");

    private static final Pattern FILE = Pattern.compile("(?i).*\\.(so(\\.[0-9.]+)?|dll|dylib|jnilib)");

    private LibraryName() {}

    /**
     * @throws WrongSettingException if it cannot be the name of a library on every platform
     */
    public static void check(String name) {
        if (!CHARACTERS.matcher(name).matches()) {
            refuse(
                    name,
                    "its characters are letters of English, digits, '_', '.', '+' and '-', and the first is no '.', '+' or '-'");
        } else if (name.endsWith(".")) {
            refuse(name, "Windows drops a '.' at the end of a name");
        } else if (name.length() > MAX_LENGTH) {
            refuse(
                    name,
                    "it has " + name.length() + " characters, and at most " + MAX_LENGTH
                            + " fit into the names of files");
        } else if (DEVICE.matcher(name).matches()) {
            refuse(name, "Windows takes it for a device");
        } else if (FILE.matcher(name).matches()) {
            refuse(name, "the suffix of each platform is added to it");
        }
    }

    /** Returns true if the files get the prefix {@code lib} twice, as {@code liblibgeo.so}. */
    public static boolean prefixed(String name) {
        return name.startsWith("lib") && name.length() > "lib".length();
    }

    private static void refuse(String name, String why) {
        throw new WrongSettingException("<library>: '" + name + "' cannot be the name of a library: " + why
                + "; fix: set <library> (by default it is the artifactId)");
    }
}
