package io.github.cffi4j.compiler.verify;

import java.util.List;

/** What one platform's compiler made of a probe. */
public sealed interface ProbeResult {

    /** Every claim holds; the object file carries the values. */
    record Confirmed(byte[] object) implements ProbeResult {}

    /** Some claims do not hold, or the preamble does not compile. */
    record Refused(List<ClangMessage> errors) implements ProbeResult {}
}
