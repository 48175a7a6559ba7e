package io.github.cffi4j.audit.check;

import io.github.cffi4j.audit.facts.LibraryFacts;
import java.util.List;
import java.util.Optional;

/**
 * The result for a file.
 *
 * @param path for people
 * @param platform what it is for, as its content and place say: {@code linux-x86_64}, {@code FreeBSD x86_64}
 * @param floor the oldest system it runs on, as its content says: {@code glibc 2.14}; empty if that is not known
 * @param size in bytes
 * @param facts of it, or of each slice; none if it is malformed
 * @param policy it was held against; empty if there is none for its system
 */
public record AuditedFile(
        String path,
        String platform,
        String floor,
        long size,
        List<LibraryFacts> facts,
        Optional<String> policy,
        List<Finding> findings) {

    public AuditedFile {
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
    }

    /** Returns true if anything in it fails the build. */
    public boolean failing() {
        return findings.stream().anyMatch(Finding::failing);
    }
}
