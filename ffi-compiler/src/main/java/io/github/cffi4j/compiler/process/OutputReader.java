package io.github.cffi4j.compiler.process;

import java.io.IOException;
import java.io.InputStream;

/** Reads a program's standard output while the program runs, so that output of any size needs no memory of its size. */
@FunctionalInterface
public interface OutputReader {

    /**
     * Reads the output; what it leaves unread is thrown away.
     *
     * @throws IOException if it cannot be read; the runner passes it on
     */
    void read(InputStream output) throws IOException;
}
