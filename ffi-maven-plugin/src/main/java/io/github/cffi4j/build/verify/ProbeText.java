package io.github.cffi4j.build.verify;

import io.github.cffi4j.cdef.Span;
import java.util.ArrayList;
import java.util.List;

/** The C text of a probe while it is being written, and the claims made so far. */
final class ProbeText {
    private final StringBuilder out = new StringBuilder();
    private final List<Claim> claims = new ArrayList<>();
    private int counter;

    /** Starts the line that stands for a claim. */
    ProbeText claim(ClaimKind kind, String chain, String subject, String claimed, Span span) {
        claims.add(new Claim(kind, chain, subject, claimed, span));
        out.append("#line ")
                .append(claims.size())
                .append(" \"")
                .append(Probe.FILE)
                .append("\"\n");
        return this;
    }

    ProbeText line(String text) {
        out.append(text).append('\n');
        return this;
    }

    /** A static assertion with a message that tells it from the headers' own. */
    ProbeText assertion(String condition) {
        return line("_Static_assert(" + condition + ", \"ffi\");");
    }

    /** A C identifier that was not used before. */
    String fresh() {
        return "ffi_claim_" + ++counter;
    }

    List<Claim> claims() {
        return List.copyOf(claims);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
