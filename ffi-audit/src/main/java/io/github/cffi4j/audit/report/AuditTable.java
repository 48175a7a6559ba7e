package io.github.cffi4j.audit.report;

import io.github.cffi4j.audit.check.AuditedFile;
import io.github.cffi4j.audit.check.Finding;
import io.github.cffi4j.audit.policy.ByteSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** One row a library: platform, file, size, the oldest system it runs on, and what came of it. */
public final class AuditTable {
    private AuditTable() {}

    /** The rows, in the order of the files. */
    public static List<String> rows(List<AuditedFile> files) {
        String format = "  %-" + width(files, AuditedFile::platform) + "s  %-" + width(files, AuditedFile::path)
                + "s  %9s  %-" + width(files, AuditedFile::floor) + "s  %s";
        return files.stream()
                .map(file -> String.format(
                        Locale.ROOT,
                        format,
                        file.platform(),
                        file.path(),
                        ByteSize.text(file.size()),
                        file.floor(),
                        verdict(file)))
                .toList();
    }

    /** A width of none is no format. */
    private static int width(List<AuditedFile> files, Function<AuditedFile, String> column) {
        return Math.max(
                1, files.stream().map(column).mapToInt(String::length).max().orElse(0));
    }

    private static String verdict(AuditedFile file) {
        if (file.facts().isEmpty()) {
            return "malformed";
        } else if (file.policy().isEmpty()) {
            return "read only: there is no policy for this system";
        }
        List<String> parts = new ArrayList<>();
        long failing = file.findings().stream().filter(Finding::failing).count();
        long allowed = file.findings().stream()
                .filter(finding -> finding.allowed().isPresent())
                .count();
        long warnings = file.findings().size() - failing - allowed;
        if (failing > 0) {
            parts.add(Count.of(failing, "finding"));
        }
        if (warnings > 0) {
            parts.add(Count.of(warnings, "warning"));
        }
        if (allowed > 0) {
            parts.add(allowed + " allowed");
        }
        return failing == 0 ? String.join(", ", prepended("ok", parts)) : String.join(", ", parts);
    }

    private static List<String> prepended(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }
}
