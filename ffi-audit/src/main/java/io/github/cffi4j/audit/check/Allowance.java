package io.github.cffi4j.audit.check;

import io.github.cffi4j.audit.policy.Check;
import io.github.cffi4j.audit.policy.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Findings that a build accepts.
 *
 * @param check that finds them
 * @param where the libraries: a classifier or a path in the jar
 * @param what which of the details; all if there is none
 * @param reason for those who read the build
 */
public record Allowance(Check check, Glob where, Optional<Glob> what, String reason) {
    /** Returns true if it is about a library. */
    boolean isFor(String path, String platform) {
        return where.matches(path) || where.matches(platform);
    }

    boolean isFor(AuditedFile file) {
        return isFor(file.path(), file.platform());
    }

    /** Returns true if it allowed something in a file that was audited with it. */
    boolean used(AuditedFile file) {
        return isFor(file)
                && file.findings().stream()
                        .anyMatch(finding ->
                                finding.check() == check && finding.allowed().equals(Optional.of(reason)));
    }

    /** The finding as it is with this allowance: allowed, or in two parts, or unchanged. */
    List<Finding> applied(Finding finding) {
        if (finding.check() != check || finding.allowed().isPresent()) {
            return List.of(finding);
        }
        List<String> allowed = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (String detail : finding.details()) {
            (what.isEmpty() || what.get().matches(detail) ? allowed : left).add(detail);
        }
        boolean whole =
                finding.details().isEmpty() ? what.isEmpty() || what.get().matches(finding.headline()) : left.isEmpty();
        List<Finding> parts = new ArrayList<>();
        if (whole || !allowed.isEmpty()) {
            parts.add(new Finding(check, finding.level(), finding.headline(), allowed, Optional.of(reason)));
        }
        if (!whole) {
            parts.add(new Finding(check, finding.level(), finding.headline(), left, Optional.empty()));
        }
        return parts;
    }
}
