package io.github.cffi4j.audit.check;

import io.github.cffi4j.audit.facts.JavaBindings;
import io.github.cffi4j.audit.policy.Glob;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an author adds to the policies.
 *
 * @param exports more names that may be exported
 * @param sizeBudget in bytes, instead of the policies'
 * @param allowances findings taken knowingly
 * @param java the generated classes the libraries belong to; empty if nothing is known of them
 * @param systemLibraries the libraries of the user's system that the author names, by classifier: they may be needed
 */
public record AuditSettings(
        List<Glob> exports,
        Optional<Long> sizeBudget,
        List<Allowance> allowances,
        Optional<JavaBindings> java,
        Map<String, List<Glob>> systemLibraries) {

    public AuditSettings {
        exports = List.copyOf(exports);
        allowances = List.copyOf(allowances);
        systemLibraries = Map.copyOf(systemLibraries);
    }

    /** Settings that name no library of the user's system. */
    public AuditSettings(
            List<Glob> exports, Optional<Long> sizeBudget, List<Allowance> allowances, Optional<JavaBindings> java) {
        this(exports, sizeBudget, allowances, java, Map.of());
    }

    /** These with the generated classes that the libraries belong to. */
    public AuditSettings with(JavaBindings bindings) {
        return new AuditSettings(exports, sizeBudget, allowances, Optional.of(bindings), systemLibraries);
    }

    /** These with libraries of the user's system, by classifier. */
    public AuditSettings needing(Map<String, List<Glob>> libraries) {
        return new AuditSettings(exports, sizeBudget, allowances, java, libraries);
    }

    /** The policies as they are. */
    public static AuditSettings none() {
        return new AuditSettings(List.of(), Optional.empty(), List.of(), Optional.empty());
    }
}
