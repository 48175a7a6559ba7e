package io.github.cffi4j.audit.report;

import io.github.cffi4j.audit.check.AuditedFile;
import io.github.cffi4j.audit.check.Finding;
import io.github.cffi4j.audit.facts.LibraryFacts;
import io.github.cffi4j.audit.json.JsonText;
import io.github.cffi4j.audit.policy.Glob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report for programs. The same files give the same bytes: it has no times and no folders of the machine. */
public final class AuditJson {
    /** Counts up when something is renamed or leaves. */
    private static final int FORMAT = 1;

    private AuditJson() {}

    /**
     * All of it: findings, and the facts they stand on.
     *
     * @param systemLibraries that libraries may take from the user's system, by classifier
     */
    public static String of(List<AuditedFile> files, Map<String, List<Glob>> systemLibraries) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("format", FORMAT);
        report.put("passed", files.stream().noneMatch(AuditedFile::failing));
        report.put(
                "files",
                files.stream()
                        .map(file -> file(file, systemLibraries.getOrDefault(file.platform(), List.of())))
                        .toList());
        return JsonText.of(report);
    }

    private static Map<String, Object> file(AuditedFile file, List<Glob> systemLibraries) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", file.path());
        json.put("platform", file.platform());
        json.put("floor", file.floor());
        json.put("size", file.size());
        json.put("policy", file.policy());
        json.put("findings", file.findings().stream().map(AuditJson::finding).toList());
        json.put(
                "systemLibraries",
                systemLibraries.isEmpty()
                        ? Optional.empty()
                        : systemLibraries.stream().map(Glob::text).toList());
        json.put("libraries", file.facts().stream().map(AuditJson::library).toList());
        return json;
    }

    private static Map<String, Object> library(LibraryFacts facts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", facts.format());
        json.put("facts", facts);
        return json;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("check", finding.check().id());
        json.put("level", finding.level());
        json.put("what", finding.headline());
        json.put("details", finding.details());
        json.put("why", finding.check().why());
        json.put("fix", finding.check().fix());
        json.put("allowed", finding.allowed());
        return json;
    }
}
