package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.cdef.model.ResolvedBinding;
import java.util.Collection;
import java.util.Optional;

/** The claims of a cdef on one platform, for a user who only has to know whether all of them hold. Immutable. */
public final class PlatformProbe {
    private final Probe probe;

    private PlatformProbe(Probe probe) {
        this.probe = probe;
    }

    /**
     * Returns the claims.
     *
     * @param preamble the file the author includes headers in, as an {@code #include} finds it
     */
    public static PlatformProbe of(ResolvedBinding binding, Optional<String> preamble) {
        return new PlatformProbe(ProbeWriter.write(binding, preamble));
    }

    /** Returns the C text. A compiler that takes it agrees with all but the widths of bitfields. */
    public String text() {
        return probe.text();
    }

    /**
     * Returns true if the bitfields have the widths that the cdef gives.
     *
     * @param object what the compiler made of the text: an object file, or a library that keeps all data
     */
    public boolean widthsHold(byte[] object) {
        if (probe.widths().isEmpty()) {
            return true;
        }
        // One that is missing in the file is not confirmed.
        Collection<ProbeReader.Width> found = ProbeReader.widths(object).values();
        return found.size() == probe.widths().size()
                && found.stream().allMatch(width -> width.actual() == width.claimed());
    }
}
