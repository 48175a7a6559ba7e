package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.platform.Platform;
import java.util.List;

/** The debug information of a library, and its place. */
public enum DebugInfo {
    /** Nothing: what is published by default. */
    NONE,
    /** All of it, in a file beside the library; the library is optimised and stripped as ever, and names that file. */
    SEPARATE,
    /** All of it, in the library, which is not optimised: for a debugger, and not to be published. */
    INSIDE;

    /** Returns true if libraries have a file of their own for it. */
    public boolean separate() {
        return this == SEPARATE;
    }

    /** Returns true if libraries are linked without symbols. */
    boolean strips() {
        return this != INSIDE;
    }

    /** The compiler's flags. */
    List<String> compilerFlags(Platform platform) {
        return switch (this) {
            case NONE -> List.of("-O2", "-g0");
            case SEPARATE ->
                switch (platform.os()) {
                    case LINUX, FREEBSD, OSX -> List.of("-O2", "-g");
                    // The command line names folders of the machine.
                    case WINDOWS -> List.of("-O2", "-g", "-gcodeview", "-gno-codeview-command-line");
                };
            case INSIDE -> List.of("-O0", "-g", "-fno-omit-frame-pointer");
        };
    }
}
