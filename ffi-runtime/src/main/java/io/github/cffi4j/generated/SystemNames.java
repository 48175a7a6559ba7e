package io.github.cffi4j.generated;

import io.github.cffi4j.platform.OperatingSystem;
import java.util.List;

/** The names to ask a system's loader for. Nobody tests for a file: macOS has its own libraries in a cache only. */
final class SystemNames {
    private SystemNames() {}

    /** The names to try for a library, in order. One with a folder is taken as it is. */
    static List<String> of(OperatingSystem os, String name) {
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            return List.of(name);
        }
        return switch (os) {
            case LINUX, FREEBSD -> List.of(name);
            case OSX -> List.of("/usr/lib/" + name, "/opt/homebrew/lib/" + name, "/usr/local/lib/" + name);
            // By its bare name, Windows would also look into the current folder and along PATH.
            case WINDOWS -> List.of(windows() + "\\System32\\" + name);
        };
    }

    private static String windows() {
        String root = System.getenv("SystemRoot");
        return root == null ? "C:\\Windows" : root;
    }
}
