package io.github.cffi4j.audit;

import io.github.cffi4j.audit.check.Allowance;
import io.github.cffi4j.audit.check.AuditSettings;
import io.github.cffi4j.audit.check.AuditedFile;
import io.github.cffi4j.audit.check.Auditor;
import io.github.cffi4j.audit.check.Subject;
import io.github.cffi4j.audit.policy.Glob;
import io.github.cffi4j.audit.report.AuditJson;
import io.github.cffi4j.audit.report.AuditTable;
import io.github.cffi4j.audit.report.FindingText;
import java.util.List;
import java.util.Map;

/**
 * The result of an audit.
 *
 * @param files each library with its findings
 * @param idle the allowances that allowed nothing: the next such finding would pass unseen
 * @param systemLibraries that libraries may take from the user's system, by classifier
 */
public record AuditResult(List<AuditedFile> files, List<Allowance> idle, Map<String, List<Glob>> systemLibraries) {
    public AuditResult {
        files = List.copyOf(files);
        idle = List.copyOf(idle);
        systemLibraries = Map.copyOf(systemLibraries);
    }

    /** Audits libraries. */
    public static AuditResult of(List<Subject> subjects, AuditSettings settings) {
        Auditor auditor = new Auditor(settings);
        List<AuditedFile> files = subjects.stream().map(auditor::audit).toList();
        return new AuditResult(files, auditor.idle(files), settings.systemLibraries());
    }

    /** Returns true if a finding fails the build. */
    public boolean failing() {
        return files.stream().anyMatch(AuditedFile::failing);
    }

    /** The rows of the table, one a library. */
    public List<String> table() {
        return AuditTable.rows(files);
    }

    /** The findings for people, accepted ones too. */
    public List<FindingText.Told> findings() {
        return FindingText.tell(files);
    }

    /** How many findings there are, and in how many libraries. */
    public String summary() {
        return FindingText.summary(files);
    }

    /** The report for programs. */
    public String json() {
        return AuditJson.of(files, systemLibraries);
    }
}
