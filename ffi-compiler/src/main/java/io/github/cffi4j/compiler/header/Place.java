package io.github.cffi4j.compiler.header;

/**
 * Where a header declares something.
 *
 * @param file as the compiler names it
 * @param line the first line, from 1
 * @param lastLine the last line
 */
public record Place(String file, int line, int lastLine) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
