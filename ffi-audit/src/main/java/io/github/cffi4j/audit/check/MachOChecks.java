package io.github.cffi4j.audit.check;

import io.github.cffi4j.audit.facts.MachOFacts;
import io.github.cffi4j.audit.policy.Check;
import io.github.cffi4j.audit.policy.Policy;
import io.github.cffi4j.audit.policy.Version;
import java.util.List;
import java.util.Optional;

/** The checks of Mach-O only. */
final class MachOChecks {
    private static final String APPLE_PROCESSOR = "aarch_64";

    private MachOChecks() {}

    static void check(MachOFacts facts, Policy policy, Findings findings) {
        facts.target()
                .ifPresent(target -> findings.addAny(
                        Check.TOO_NEW,
                        "it needs newer versions than the platform promises",
                        newer(target, facts, policy)));
        findings.addAny(
                Check.RUN_PATH,
                "it looks for libraries in",
                facts.runPaths().stream()
                        .filter(path ->
                                path.startsWith("/") && !path.startsWith("/usr/lib") && !path.startsWith("/System/"))
                        .toList());
        findings.addAny(
                Check.SONAME,
                "it has the path of another machine for its name (LC_ID_DYLIB)",
                facts.installName().filter(name -> name.startsWith("/")).stream()
                        .toList());
        if (facts.signature().isEmpty()) {
            findings.addIf(
                    facts.common().machine().name().equals(APPLE_PROCESSOR),
                    Check.SIGNATURE_MISSING,
                    "it has no code signature");
        } else {
            facts.signature()
                    .filter(signature -> !signature.intact())
                    .ifPresent(signature -> findings.add(
                            Check.SIGNATURE_BROKEN,
                            signature.wrongPages() > 0
                                    ? signature.wrongPages() + " of its " + signature.pages()
                                            + " pages have another hash than its signature says"
                                    : "its signature does not cover all that comes before it"));
        }
    }

    private static List<String> newer(MachOFacts.Target target, MachOFacts facts, Policy policy) {
        Optional<Version> oldest = Version.parse(target.oldest());
        return policy
                .floor(target.system(), facts.common().machine().name())
                .filter(floor -> oldest.isPresent() && oldest.get().compareTo(floor) > 0)
                .map(floor -> target.system() + " " + target.oldest() + " where the floor is " + floor)
                .stream()
                .toList();
    }
}
