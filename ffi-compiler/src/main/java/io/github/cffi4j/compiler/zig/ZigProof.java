package io.github.cffi4j.compiler.zig;

import java.io.IOException;

/**
 * Proves that zig's {@code lib} folder is still the one that was verified. A build asks for it before it runs zig for the
 * first time: a build in which nothing changed runs no zig, and does not look at twenty thousand files.
 */
@FunctionalInterface
public interface ZigProof {

    /**
     * Returns if the folder is right, fetched again if need be.
     *
     * @throws ZigNotFoundException if it is not, and nothing stands in for it
     */
    void prove() throws IOException, InterruptedException;
}
