package io.github.cffi4j.audit.bytes;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds texts that look like paths of the machine a file was built on: absolute, and a source or an object file, or below a
 * folder where people and CI systems build.
 */
public final class PathScanner {
    private static final int SHORTEST = 6;
    private static final int LONGEST = 1024;
    private static final int MOST = 200;
    private static final BitSet OF_PATH = ofPath();

    private static final Set<String> SUFFIXES = Set.of(
            "c", "cc", "cpp", "cxx", "h", "hh", "hpp", "hxx", "inc", "m", "mm", "s", "asm", "rs", "go", "zig", "swift",
            "o", "obj", "a", "lib", "pdb");
    private static final List<String> FOLDERS = List.of(
            "/home/",
            "/users/",
            "/root/",
            "/builds/",
            "/build/",
            "/workspace/",
            "/workspaces/",
            "/github/",
            "/__w/",
            "/tmp/",
            "/var/tmp/",
            "/var/folders/",
            "/private/",
            "/var/lib/jenkins/",
            "/buildroot/",
            "/mnt/c/");
    private static final List<String> WINDOWS_FOLDERS = List.of(
            "\\users\\", "/users/", "\\a\\", "\\projects\\", "\\build\\", "\\builds\\", "\\jenkins\\", "\\agent\\");

    private PathScanner() {}

    /** The distinct paths, in their order; the first {@value #MOST} of them. */
    public static List<String> scan(byte[] file) {
        Set<String> found = new LinkedHashSet<>();
        int start = 0;
        for (int i = 0; i <= file.length && found.size() < MOST; i++) {
            if (i == file.length || !ofPath(file[i])) {
                if (i - start >= SHORTEST && i - start <= LONGEST) {
                    addPath(new String(file, start, i - start, StandardCharsets.US_ASCII), found);
                }
                start = i + 1;
            }
        }
        return List.copyOf(found);
    }

    private static boolean ofPath(byte value) {
        return value > 0 && OF_PATH.get(value);
    }

    private static BitSet ofPath() {
        BitSet characters = new BitSet();
        characters.set('a', 'z' + 1);
        characters.set('A', 'Z' + 1);
        characters.set('-', ':' + 1);
        "\\_+~@#".chars().forEach(characters::set);
        return characters;
    }

    private static void addPath(String text, Set<String> found) {
        if (text.charAt(0) == '/' && text.charAt(1) != '/') {
            if (below(FOLDERS, text) || source(text, '/')) {
                found.add(text);
            }
        } else if (Character.isLetter(text.charAt(0)) && text.charAt(1) == ':' && "\\/".indexOf(text.charAt(2)) >= 0) {
            if (below(WINDOWS_FOLDERS, text.substring(2)) || source(text.replace('/', '\\'), '\\')) {
                found.add(text);
            }
        }
    }

    private static boolean below(List<String> folders, String path) {
        String plain = path.toLowerCase(Locale.ROOT);
        return folders.stream().anyMatch(folder -> plain.startsWith(folder) && plain.length() > folder.length());
    }

    /** Returns true if it has a folder below the root, and a suffix of files that compilers read or write. */
    private static boolean source(String path, char separator) {
        int dot = path.lastIndexOf('.');
        return dot > 0
                && path.indexOf(separator, path.indexOf(separator) + 1) > 0
                && SUFFIXES.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
