package io.github.cffi4j.internal.loader;

import java.io.IOException;
import java.nio.file.Path;

/** Folders for native code that this user alone puts there, outside of the cache of libraries. */
public final class OwnFolder {
    private OwnFolder() {}

    /**
     * Opens a folder, or creates it with its parents.
     *
     * @return its real path
     * @throws IOException if others can write to it or replace it, somebody else owns it, or it cannot be had
     */
    public static Path open(Path folder) throws IOException {
        return PrivateFolder.open(folder, CurrentUser.ofThisProcess()).path();
    }
}
