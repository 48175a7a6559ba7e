package io.github.cffi4j.cli;

import java.io.PrintStream;
import java.io.Writer;

/** Writes to a stream in the stream's own encoding, which Java tells only from 18 on. */
final class StreamWriter extends Writer {
    private final PrintStream stream;

    StreamWriter(PrintStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(char[] text, int start, int length) {
        stream.print(new String(text, start, length));
    }

    @Override
    public void flush() {
        stream.flush();
    }

    @Override
    public void close() {
        stream.flush();
    }
}
