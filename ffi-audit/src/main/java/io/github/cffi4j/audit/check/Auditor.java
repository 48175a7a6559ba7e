package io.github.cffi4j.audit.check;

import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.facts.ElfFacts;
import io.github.cffi4j.audit.facts.LibraryFacts;
import io.github.cffi4j.audit.facts.MachOFacts;
import io.github.cffi4j.audit.facts.PeFacts;
import io.github.cffi4j.audit.policy.Check;
import io.github.cffi4j.audit.policy.Level;
import io.github.cffi4j.audit.policy.Policy;
import io.github.cffi4j.audit.read.LibraryReader;
import io.github.cffi4j.platform.Libc;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds files against policies. Immutable. */
public final class Auditor {
    private final AuditSettings settings;

    public Auditor(AuditSettings settings) {
        this.settings = settings;
    }

    /** Reads and judges a file; a malformed one is a finding. */
    public AuditedFile audit(Subject subject) {
        try {
            return judged(subject, LibraryReader.read(subject.bytes()));
        } catch (MalformedFileException e) {
            Finding finding = new Finding(
                    Check.MALFORMED, Level.FAIL, "it is malformed: " + e.getMessage(), List.of(), Optional.empty());
            return new AuditedFile(
                    subject.path(),
                    "",
                    "",
                    subject.bytes().length,
                    List.of(),
                    Optional.empty(),
                    allowed(List.of(finding), subject.path(), ""));
        }
    }

    /** The allowances that are for some of these files, and that none of them needs. */
    public List<Allowance> idle(List<AuditedFile> files) {
        return settings.allowances().stream()
                .filter(allowance -> files.stream().anyMatch(allowance::isFor))
                .filter(allowance -> files.stream().noneMatch(allowance::used))
                .toList();
    }

    private AuditedFile judged(Subject subject, List<LibraryFacts> slices) {
        ActualSystem system = ActualSystem.of(slices.get(0), subject.expected().os());
        String platform = PlatformLabel.of(system, slices, subject.expected());
        Optional<Policy> policy = libc(subject.expected(), system).map(libc -> settings.policy(libc, platform));
        List<Finding> findings =
                policy.map(known -> findings(subject, slices, system, known)).orElse(List.of());
        return new AuditedFile(
                subject.path(),
                platform,
                slices.stream().map(PlatformLabel::floor).distinct().collect(Collectors.joining(", ")),
                subject.bytes().length,
                slices,
                policy.map(Policy::name),
                allowed(findings, subject.path(), platform));
    }

    /** The C library whose policy counts: what the place promises, or else what the content says. */
    private static Optional<Libc> libc(ExpectedPlatform expected, ActualSystem system) {
        if (system.os().isEmpty()) {
            return Optional.empty();
        }
        boolean promised = expected.libc().isPresent() && system.os().equals(expected.os());
        return promised
                ? expected.libc()
                // Without a C library in its list, only a library for Linux does not say which one it is for.
                : system.libc().or(() -> Optional.of(Libc.GLIBC));
    }

    private List<Finding> findings(Subject subject, List<LibraryFacts> slices, ActualSystem system, Policy policy) {
        Findings findings = new Findings(policy);
        PlaceChecks.check(subject.expected(), system, slices, findings);
        subject.sha256().ifPresent(pinned -> {
            String actual = sha256(subject.bytes());
            findings.addIf(
                    !pinned.equals(actual), Check.HASH, "its SHA-256 is " + actual + ", and " + pinned + " is pinned");
        });
        for (LibraryFacts facts : slices) {
            CommonChecks.check(facts.common(), policy, findings);
            if (facts instanceof ElfFacts elf) {
                ElfChecks.check(elf, policy, findings);
            } else if (facts instanceof MachOFacts macho) {
                MachOChecks.check(macho, policy, findings);
            } else if (facts instanceof PeFacts pe) {
                PeChecks.check(pe, policy, findings);
            }
            settings.java()
                    .ifPresent(java -> findings.addAny(
                            Check.FINGERPRINT,
                            "it does not belong to the classes of this module",
                            java.differences(facts.common().layouts())));
        }
        return findings.found().stream().distinct().toList();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private List<Finding> allowed(List<Finding> findings, String path, String platform) {
        List<Finding> current = findings;
        for (Allowance allowance : settings.allowances()) {
            if (allowance.isFor(path, platform)) {
                List<Finding> next = new ArrayList<>();
                current.forEach(finding -> next.addAll(allowance.applied(finding)));
                current = next;
            }
        }
        return current;
    }
}
