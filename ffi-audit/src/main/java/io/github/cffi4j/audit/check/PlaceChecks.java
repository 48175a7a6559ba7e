package io.github.cffi4j.audit.check;

import io.github.cffi4j.audit.facts.ElfFacts;
import io.github.cffi4j.audit.facts.LibraryFacts;
import io.github.cffi4j.audit.policy.Check;
import java.util.List;
import java.util.stream.Collectors;

/** Checks that a file is what its place says. */
final class PlaceChecks {
    private PlaceChecks() {}

    static void check(ExpectedPlatform expected, ActualSystem system, List<LibraryFacts> slices, Findings findings) {
        List<String> machines =
                slices.stream().map(facts -> facts.common().machine().name()).toList();
        expected.machine()
                .filter(machine -> !machines.contains(machine))
                .ifPresent(machine -> findings.add(
                        Check.WRONG_ARCHITECTURE,
                        "it is for " + String.join(" and ", machines) + ", and its place is for " + machine + " ("
                                + expected.source() + ")"));
        boolean otherSystem = expected.os().isPresent() && !expected.os().equals(system.os());
        boolean otherLibc = !otherSystem
                && expected.libc().isPresent()
                && system.libc().isPresent()
                && !expected.libc().equals(system.libc());
        findings.addIf(
                otherSystem || otherLibc,
                Check.WRONG_SYSTEM,
                "it is for " + PlatformLabel.system(system) + ", and its place is not (" + expected.source() + ")");
        for (LibraryFacts facts : slices) {
            if (facts instanceof ElfFacts elf && ActualSystem.glibc(elf)) {
                List<String> musl = elf.common().needed().stream()
                        .filter(ActualSystem::musl)
                        .toList();
                findings.addIf(
                        !musl.isEmpty(),
                        Check.WRONG_SYSTEM,
                        "it needs two C libraries, glibc's and musl's "
                                + musl.stream().collect(Collectors.joining(", ")));
            }
        }
    }
}
