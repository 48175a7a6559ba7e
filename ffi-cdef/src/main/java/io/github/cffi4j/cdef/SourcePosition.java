package io.github.cffi4j.cdef;

/**
 * A place in a source as people name it.
 *
 * @param file the file's name, as a line marker gives it or as the text was named
 * @param line from 1
 * @param column from 1, in characters
 */
public record SourcePosition(String file, int line, int column) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
