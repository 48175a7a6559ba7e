package io.github.cffi4j.audit.report;

import io.github.cffi4j.audit.check.AuditedFile;
import io.github.cffi4j.audit.check.Finding;
import io.github.cffi4j.audit.policy.Check;
import io.github.cffi4j.audit.policy.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Findings for people: what, where, why and the fix. What several libraries have in common is told once. */
public final class FindingText {
    private static final int FILES_SHOWN = 3;

    private FindingText() {}

    /**
     * A text.
     *
     * @param failing whether what it tells fails the build
     * @param allowed whether the build takes it knowingly
     */
    public record Told(boolean failing, boolean allowed, String text) {}

    /** The parts that findings have in common if they are reported together. */
    private record Kind(Check check, Level level, String headline, Optional<String> allowed) {
        static Kind of(Finding finding) {
            return new Kind(finding.check(), finding.level(), finding.headline(), finding.allowed());
        }
    }

    /** All findings, one text for each kind. */
    public static List<Told> tell(List<AuditedFile> files) {
        Map<Kind, Map<List<String>, List<AuditedFile>>> kinds = new LinkedHashMap<>();
        for (AuditedFile file : files) {
            for (Finding finding : file.findings()) {
                kinds.computeIfAbsent(Kind.of(finding), kind -> new LinkedHashMap<>())
                        .computeIfAbsent(finding.details(), details -> new ArrayList<>())
                        .add(file);
            }
        }
        return kinds.entrySet().stream()
                .map(entry -> told(entry.getKey(), entry.getValue(), files.size()))
                .toList();
    }

    private static Told told(Kind kind, Map<List<String>, List<AuditedFile>> where, int all) {
        StringBuilder text = new StringBuilder(kind.check().id() + ": " + kind.headline());
        where.forEach((details, in) -> text.append("\n    ")
                .append(in.size() == all && all > 1 ? "all " + all + " libraries" : some(in))
                .append(details.isEmpty() ? "" : ": " + Details.shown(details)));
        text.append("\n  why: ").append(kind.check().why());
        text.append("\n  fix: ").append(kind.check().fix());
        kind.allowed().ifPresent(reason -> text.append("\n  allowed: ").append(reason));
        boolean failing = kind.level() == Level.FAIL && kind.allowed().isEmpty();
        return new Told(failing, kind.allowed().isPresent(), text.toString());
    }

    private static String some(List<AuditedFile> files) {
        String shown = files.stream()
                .limit(FILES_SHOWN)
                .map(file -> file.platform().isEmpty() ? file.path() : file.path() + " (" + file.platform() + ")")
                .collect(Collectors.joining(", "));
        return files.size() > FILES_SHOWN ? shown + " and " + (files.size() - FILES_SHOWN) + " more" : shown;
    }

    /** {@code 3 findings in 2 of 8 libraries}; of those that fail the build. */
    public static String summary(List<AuditedFile> files) {
        long findings = files.stream()
                .flatMap(file -> file.findings().stream())
                .filter(Finding::failing)
                .count();
        long failing = files.stream().filter(AuditedFile::failing).count();
        return Count.of(findings, "finding") + " in " + failing + " of " + Count.of(files.size(), "library");
    }
}
