package io.github.cffi4j.audit.check;

import io.github.cffi4j.audit.facts.ElfFacts;
import io.github.cffi4j.audit.facts.LibraryFacts;
import io.github.cffi4j.audit.facts.MachOFacts;
import io.github.cffi4j.audit.facts.PeFacts;
import io.github.cffi4j.platform.Libc;
import io.github.cffi4j.platform.OperatingSystem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The name of a library's platform for people: the classifier it would have. */
final class PlatformLabel {
    private PlatformLabel() {}

    static String of(ActualSystem system, List<LibraryFacts> slices, ExpectedPlatform expected) {
        String machines = slices.stream()
                .map(facts -> facts.common().machine().name())
                .distinct()
                .collect(Collectors.joining("+"));
        String os = system.os().map(OperatingSystem::classifier).orElse(system.name());
        Optional<Libc> libc = system.libc().or(expected::libc);
        return os + "-" + machines + (libc.equals(Optional.of(Libc.MUSL)) ? "-musl" : "");
    }

    static String system(ActualSystem system) {
        return system.libc()
                .filter(libc -> libc == Libc.GLIBC || libc == Libc.MUSL)
                .map(libc -> system.name() + " with " + (libc == Libc.MUSL ? "musl" : "glibc"))
                .orElse(system.name());
    }

    /** The oldest system a library runs on, as its content says. */
    static String floor(LibraryFacts facts) {
        if (facts instanceof ElfFacts elf) {
            return ElfChecks.floor(elf).map(version -> "glibc " + version).orElse("");
        } else if (facts instanceof MachOFacts macho) {
            return macho.target()
                    .map(target -> target.system() + " " + target.oldest())
                    .orElse("");
        }
        return "Windows " + ((PeFacts) facts).oldest();
    }
}
