package io.github.cffi4j.audit.check;

import io.github.cffi4j.audit.facts.JavaBindings;
import io.github.cffi4j.audit.policy.Glob;
import java.util.List;
import java.util.Optional;

/**
 * What an author adds to the policies.
 *
 * @param exports more names that may be exported
 * @param sizeBudget in bytes, instead of the policies'
 * @param allowances findings taken knowingly
 * @param java the generated classes the libraries belong to; empty if nothing is known of them
 */
public record AuditSettings(
        List<Glob> exports, Optional<Long> sizeBudget, List<Allowance> allowances, Optional<JavaBindings> java) {

    public AuditSettings {
        exports = List.copyOf(exports);
        allowances = List.copyOf(allowances);
    }

    /** The policies as they are. */
    public static AuditSettings none() {
        return new AuditSettings(List.of(), Optional.empty(), List.of(), Optional.empty());
    }
}
