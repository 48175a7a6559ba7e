package io.github.cffi4j.compiler.fetch;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A file is not the one that was pinned. Nobody falls back from this: it may be an attack. */
public final class WrongHashException extends FetchException {
    private static final long serialVersionUID = 1L;

    private final transient Sha256 found;

    public WrongHashException(String origin, Sha256 expected, Sha256 found) {
        this(origin, List.of(expected), found);
    }

    public WrongHashException(String origin, Collection<Sha256> expected, Sha256 found) {
        super("wrong SHA-256: " + origin + "\n  expected: "
                + expected.stream().map(Sha256::hex).collect(Collectors.joining(" or "))
                + "\n  found:    " + found.hex()
                + "\n  Nothing of it was used. Either it was changed or damaged on its way"
                + " (by a proxy or a mirror): fetch it from another place.\n  Or the pinned hash is not the one of this"
                + " file: compare it with what the publisher announces.");
        this.found = found;
    }

    /** Returns the hash that the file has. */
    public Sha256 found() {
        return found;
    }
}
