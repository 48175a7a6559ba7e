package io.github.cffi4j.audit.check;

import io.github.cffi4j.audit.facts.PeFacts;
import io.github.cffi4j.audit.policy.Check;
import io.github.cffi4j.audit.policy.Policy;
import io.github.cffi4j.audit.policy.Version;
import java.util.Optional;

/** The checks of PE only. */
final class PeChecks {
    private static final int WIDE = 64;

    private PeChecks() {}

    static void check(PeFacts facts, Policy policy, Findings findings) {
        Optional<Version> oldest = Version.parse(facts.oldest());
        findings.addAny(
                Check.TOO_NEW,
                "it needs newer versions than the platform promises",
                policy
                        .floor("Windows", facts.common().machine().name())
                        .filter(floor -> oldest.isPresent() && oldest.get().compareTo(floor) > 0)
                        .map(floor -> "Windows " + facts.oldest() + " where the floor is " + floor)
                        .stream()
                        .toList());
        findings.addIf(
                !facts.dynamicBase(), Check.DYNAMIC_BASE, "it may not be loaded at any address (no DYNAMICBASE)");
        findings.addIf(
                facts.dynamicBase()
                        && !facts.highEntropy()
                        && facts.common().machine().bits() == WIDE,
                Check.HIGH_ENTROPY,
                "its address is of 32 bits (no HIGHENTROPYVA)");
        findings.addIf(!facts.nxCompatible(), Check.NX, "its data may be executed (no NXCOMPAT)");
    }
}
