package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.compiler.text.Text;
import java.util.ArrayList;
import java.util.List;

/** The C text of a probe while it is being written, and the claims made so far. */
final class ProbeText {
    private final StringBuilder out = new StringBuilder();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Claim> widths = new ArrayList<>();
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

    /**
     * An object that has the bits of a bitfield set and no others: behind a marker, the number of the claim, the size of the
     * struct, where it lies in the object, and the width that the cdef gives. A constant expression would not do, because
     * none may read what is volatile.
     */
    void width(String type, String field, String bits, Span span) {
        String object = fresh();
        claim(ClaimKind.BITFIELD_WIDTH, type, field, bits, span);
        line(Text.format(
                "__attribute__((__used__)) static const struct %1$s { unsigned long long ffi_head[%2$d]; %3$s ffi_value; } %1$s_is = {"
                        + " { 0x%4$xULL, %5$d, sizeof(%3$s), __builtin_offsetof(struct %1$s, ffi_value), (%6$s) },"
                        + " { .%7$s = (FFI_BITFIELD_TYPE(((%3$s *)0)->%7$s))-1 } };",
                object, Probe.WIDTH_HEAD, type, Probe.WIDTH_MARKER, widths.size(), bits, field));
        widths.add(claims.get(claims.size() - 1));
    }

    /** A C identifier that was not used before. */
    String fresh() {
        return "ffi_claim_" + ++counter;
    }

    List<Claim> claims() {
        return List.copyOf(claims);
    }

    /** The claims of {@link #width}, in their order. */
    List<Claim> widths() {
        return List.copyOf(widths);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
