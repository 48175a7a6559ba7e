package io.github.cffi4j.compiler.fetch;

import java.io.IOException;
import java.io.InputStream;

/**
 * An entry of an archive, as the archive describes it; nothing of it is trusted.
 *
 * @param name the path, with {@code /} between the parts
 * @param executable whether its owner may execute it
 * @param target where a link points to, as written in the archive; empty for other kinds
 */
record ArchiveEntry(String name, Kind kind, boolean executable, String target) {

    enum Kind {
        FILE,
        DIRECTORY,
        SYMBOLIC_LINK,
        HARD_LINK,
        /** Devices, pipes and the like. */
        OTHER
    }

    /** Takes the entries of an archive one after the other; the content is valid during the call only. */
    @FunctionalInterface
    interface Visitor {
        void visit(ArchiveEntry entry, InputStream content) throws IOException;
    }
}
