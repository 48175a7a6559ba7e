package io.github.cffi4j.compiler.verify;

import java.util.List;

/** The result of a probe from one platform's compiler. */
public sealed interface ProbeResult {

    /** Every claim holds; the object file carries the values. */
    record Confirmed(byte[] object) implements ProbeResult {}

    /** Some claims do not hold, or the preamble does not compile. */
    record Refused(List<ClangMessage> errors) implements ProbeResult {}
}
