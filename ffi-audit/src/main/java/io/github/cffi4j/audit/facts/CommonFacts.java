package io.github.cffi4j.audit.facts;

import java.util.List;
import java.util.Optional;

/**
 * The facts that libraries of all formats have.
 *
 * @param kind what the file is
 * @param machine what it runs on
 * @param size in bytes
 * @param needed the libraries it asks for, in its order
 * @param exports what it offers
 * @param imports what it asks for
 * @param debug what is left for debuggers
 * @param buildId tells this build from another, in hexadecimal digits
 * @param timestamps the times it carries
 * @param writableCode names of what is mapped writable and executable at once
 * @param layouts the tables generated bindings read
 * @param paths texts that look like paths of a machine it was built on
 */
public record CommonFacts(
        FileKind kind,
        Machine machine,
        long size,
        List<String> needed,
        List<ExportedSymbol> exports,
        List<ImportedSymbol> imports,
        DebugFacts debug,
        Optional<String> buildId,
        List<Timestamp> timestamps,
        List<String> writableCode,
        List<LayoutStamp> layouts,
        List<String> paths) {

    public CommonFacts {
        needed = List.copyOf(needed);
        exports = List.copyOf(exports);
        imports = List.copyOf(imports);
        timestamps = List.copyOf(timestamps);
        writableCode = List.copyOf(writableCode);
        layouts = List.copyOf(layouts);
        paths = List.copyOf(paths);
    }
}
