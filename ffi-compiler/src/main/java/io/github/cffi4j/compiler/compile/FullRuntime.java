package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * zig's full run time for a platform, which zig compiles at the first full link on a machine: seconds, for Windows and C++
 * minutes. Remembers in zig's own cache whether that is done, so that people know what they wait for.
 */
record FullRuntime(Toolchain toolchain, Platform platform, SourceLanguage language) {

    /** Says before a full link why it is one, and whether it is the long one. */
    void announce(String why) {
        toolchain
                .progress()
                .message(platform.classifier() + ": " + why + ", so the full run time is linked"
                        + (Files.exists(mark()) ? "" : "; zig compiles it now, once per machine"));
    }

    /** The link went well, so the run time is there. */
    void built() throws IOException {
        if (!Files.exists(mark())) {
            ScratchFolder.write(mark(), mark(), "");
        }
    }

    private Path mark() {
        return toolchain
                .zigCache()
                .resolve("cffi4j-full-" + toolchain.zig().version() + "-" + platform.classifier() + "-"
                        + language.driver());
    }
}
