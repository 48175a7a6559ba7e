package io.github.cffi4j.compiler.zig;

import java.io.IOException;
import java.nio.file.Path;

/** The proof for a {@code lib} folder that is not the cache's: nothing can be put in its place. */
record LibraryProof(Path lib, ZigRelease release, ZigInspector inspector) implements ZigProof {

    @Override
    public void prove() throws IOException, InterruptedException {
        if (!release.libraries().contains(inspector.library(lib))) {
            throw new ZigNotFoundException("zig's lib folder " + lib
                    + " was changed after it was verified: it is not that of zig " + release.version() + " any more"
                    + "\n  fix: install zig " + release.version() + " anew, or run the build again to have the folder"
                    + " judged as it is now");
        }
    }
}
