package io.github.cffi4j.audit.check;

import io.github.cffi4j.audit.facts.JavaBindings;
import io.github.cffi4j.audit.policy.Glob;
import io.github.cffi4j.audit.policy.Policies;
import io.github.cffi4j.audit.policy.Policy;
import io.github.cffi4j.platform.Libc;
import java.util.List;
import java.util.Optional;

/**
 * An author's changes to an audit. Begin with {@link #none()}.
 *
 * @param policies policies instead of built-in ones, at most one for each C library
 * @param exports more names that may be exported
 * @param sizeBudget the largest size in bytes, instead of the policies'
 * @param allowances findings that are accepted
 * @param java the generated classes that the libraries belong to; empty if nothing is known of them
 */
public record AuditSettings(
        List<Policy> policies,
        List<Glob> exports,
        Optional<Long> sizeBudget,
        List<Allowance> allowances,
        Optional<JavaBindings> java) {

    public AuditSettings {
        policies = List.copyOf(policies);
        exports = List.copyOf(exports);
        allowances = List.copyOf(allowances);
    }

    /** Returns settings that change nothing. */
    public static AuditSettings none() {
        return new AuditSettings(List.of(), List.of(), Optional.empty(), List.of(), Optional.empty());
    }

    /** Returns these settings with other policies. */
    public AuditSettings withPolicies(List<Policy> others) {
        return new AuditSettings(others, exports, sizeBudget, allowances, java);
    }

    /** Returns these settings with names that may be exported. */
    public AuditSettings withExports(List<Glob> names) {
        return new AuditSettings(policies, names, sizeBudget, allowances, java);
    }

    /** Returns these settings with another largest size, in bytes. */
    public AuditSettings withSizeBudget(Optional<Long> bytes) {
        return new AuditSettings(policies, exports, bytes, allowances, java);
    }

    /** Returns these settings with findings to accept. */
    public AuditSettings withAllowances(List<Allowance> accepted) {
        return new AuditSettings(policies, exports, sizeBudget, accepted, java);
    }

    /** Returns these settings for libraries that belong to generated classes. */
    public AuditSettings withJava(JavaBindings bindings) {
        return new AuditSettings(policies, exports, sizeBudget, allowances, Optional.of(bindings));
    }

    /** Returns the policy that judges libraries which are linked to a C library. */
    Policy policy(Libc libc) {
        return policies.stream()
                .filter(policy -> policy.system() == libc)
                .findFirst()
                .orElseGet(() -> Policies.of(libc))
                .with(exports, sizeBudget);
    }
}
