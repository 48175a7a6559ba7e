package io.github.cffi4j.audit.check;

import io.github.cffi4j.audit.facts.JavaBindings;
import io.github.cffi4j.audit.policy.Glob;
import io.github.cffi4j.audit.policy.Policies;
import io.github.cffi4j.audit.policy.Policy;
import io.github.cffi4j.platform.Libc;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An author's changes to an audit. Begin with {@link #none()}.
 *
 * @param policies policies instead of built-in ones, at most one for each C library
 * @param exports more names that may be exported
 * @param sizeBudget the largest size in bytes, instead of the policies'
 * @param allowances findings that are accepted
 * @param java the generated classes that the libraries belong to; empty if nothing is known of them
 * @param systemLibraries the libraries of the user's system that the author names, by classifier: they may be needed
 */
public record AuditSettings(
        List<Policy> policies,
        List<Glob> exports,
        Optional<Long> sizeBudget,
        List<Allowance> allowances,
        Optional<JavaBindings> java,
        Map<String, List<Glob>> systemLibraries) {

    public AuditSettings {
        policies = List.copyOf(policies);
        exports = List.copyOf(exports);
        allowances = List.copyOf(allowances);
        systemLibraries = Map.copyOf(systemLibraries);
    }

    /** Returns settings that change nothing. */
    public static AuditSettings none() {
        return new AuditSettings(List.of(), List.of(), Optional.empty(), List.of(), Optional.empty(), Map.of());
    }

    /** Returns these settings with other policies. */
    public AuditSettings withPolicies(List<Policy> others) {
        return new AuditSettings(others, exports, sizeBudget, allowances, java, systemLibraries);
    }

    /** Returns these settings with names that may be exported. */
    public AuditSettings withExports(List<Glob> names) {
        return new AuditSettings(policies, names, sizeBudget, allowances, java, systemLibraries);
    }

    /** Returns these settings with another largest size, in bytes. */
    public AuditSettings withSizeBudget(Optional<Long> bytes) {
        return new AuditSettings(policies, exports, bytes, allowances, java, systemLibraries);
    }

    /** Returns these settings with findings to accept. */
    public AuditSettings withAllowances(List<Allowance> accepted) {
        return new AuditSettings(policies, exports, sizeBudget, accepted, java, systemLibraries);
    }

    /** Returns these settings for libraries that belong to generated classes. */
    public AuditSettings withJava(JavaBindings bindings) {
        return new AuditSettings(policies, exports, sizeBudget, allowances, Optional.of(bindings), systemLibraries);
    }

    /** Returns these settings with libraries of the user's system that may be needed, by classifier. */
    public AuditSettings needing(Map<String, List<Glob>> libraries) {
        return new AuditSettings(policies, exports, sizeBudget, allowances, java, libraries);
    }

    /**
     * Returns the policy that judges a library.
     *
     * @param libc the C library that it is linked to
     * @param platform its classifier
     */
    Policy policy(Libc libc, String platform) {
        return policies.stream()
                .filter(policy -> policy.system() == libc)
                .findFirst()
                .orElseGet(() -> Policies.of(libc))
                .with(exports, sizeBudget)
                .needing(systemLibraries.getOrDefault(platform, List.of()));
    }
}
