package io.github.cffi4j.compiler.importer;

import java.nio.file.Path;
import java.util.List;

/**
 * What an import did.
 *
 * @param cdef the file
 * @param changed whether it was written
 * @param summary lines for a terminal
 * @param report the whole report
 */
public record ImportResult(Path cdef, boolean changed, List<String> summary, String report) {
    public ImportResult {
        summary = List.copyOf(summary);
    }
}
