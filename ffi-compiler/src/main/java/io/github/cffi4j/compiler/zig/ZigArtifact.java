package io.github.cffi4j.compiler.zig;

import java.io.IOException;
import java.nio.file.Path;

/** Gets the file of a configured artifact: an official zig archive or wheel that a company deployed for its builds. */
@FunctionalInterface
public interface ZigArtifact {

    /**
     * The file, on this machine; it is neither changed nor deleted.
     *
     * @throws IOException if it cannot be resolved; the message is shown as the reason
     */
    Path resolve() throws IOException, InterruptedException;
}
