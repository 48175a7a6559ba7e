package io.github.cffi4j.compiler.header;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The trees that clang prints with a filter, without the lines between them that say whose they are. */
final class FilteredTrees extends InputStream {
    private static final String HEADING = "Dumping ";

    private final BufferedReader lines;
    private byte[] bytes = {};
    private int at;

    FilteredTrees(InputStream in) {
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, buffer, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (at == bytes.length) {
            String line = lines.readLine();
            if (line == null) {
                return false;
            }
            if (!line.startsWith(HEADING)) {
                bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
