package io.github.cffi4j.audit.check;

import io.github.cffi4j.audit.facts.CommonFacts;
import io.github.cffi4j.audit.facts.ExportedSymbol;
import io.github.cffi4j.audit.facts.FileKind;
import io.github.cffi4j.audit.policy.ByteSize;
import io.github.cffi4j.audit.policy.Check;
import io.github.cffi4j.audit.policy.Policy;
import io.github.cffi4j.audit.policy.Policy.LibraryRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The checks of all formats. */
final class CommonChecks {
    private static final Pattern JNI_ENTRY = Pattern.compile("_?(Java_|JNI_OnLoad).*", Pattern.DOTALL);

    private CommonChecks() {}

    static void check(CommonFacts facts, Policy policy, Findings findings) {
        findings.addIf(
                facts.kind() != FileKind.LIBRARY,
                Check.NOT_A_LIBRARY,
                switch (facts.kind()) {
                    case PROGRAM -> "it is a program";
                    default -> "it is not linked as a shared library";
                });
        findings.addAny(Check.NEEDED_LIBRARY, "it needs what a system may not have", missing(facts, policy));
        findings.addAny(Check.WRITABLE_CODE, "it maps memory writable and executable", facts.writableCode());
        findings.addAny(Check.EXPORT, "it exports names that are no entries for Java", unintended(facts, policy));
        findings.addAny(Check.BUILD_PATH, "it has paths of the machine it was built on", facts.paths());
        debug(facts, findings);
        findings.addAny(
                Check.TIMESTAMP,
                "it carries the time it was built at",
                facts.timestamps().stream()
                        .map(time -> Instant.ofEpochSecond(time.seconds()) + " in " + time.place())
                        .toList());
        if (facts.size() > policy.sizeBudget()) {
            findings.addAny(
                    Check.SIZE,
                    "it is larger than the budget of " + ByteSize.text(policy.sizeBudget()),
                    List.of(ByteSize.text(facts.size())));
        }
    }

    private static void debug(CommonFacts facts, Findings findings) {
        List<String> information = new ArrayList<>(facts.debug().sections());
        if (facts.debug().entries() > 0) {
            information.add(facts.debug().entries() + " debug entries in the symbol table");
        }
        findings.addAny(Check.DEBUG_INFO, "it has debug information", information);
        if (facts.debug().symbols() > 0) {
            findings.addAny(
                    Check.NOT_STRIPPED,
                    "it has a symbol table for debuggers",
                    List.of(facts.debug().symbols() + " names"));
        }
    }

    private static List<String> missing(CommonFacts facts, Policy policy) {
        List<String> missing = new ArrayList<>();
        for (String library : facts.needed()) {
            Optional<LibraryRule> rule = policy.rule(library);
            if (rule.isEmpty()) {
                missing.add(library);
            } else {
                rule.get().refusal().ifPresent(why -> missing.add(library + " (" + why + ")"));
            }
        }
        return missing;
    }

    /** A library without entries for JNI is bound by its own names, of which nothing is known. */
    private static List<String> unintended(CommonFacts facts, Policy policy) {
        List<String> names = facts.exports().stream().map(ExportedSymbol::name).toList();
        return names.stream().noneMatch(name -> JNI_ENTRY.matcher(name).matches())
                ? List.of()
                : names.stream()
                        .filter(name -> policy.exports().stream().noneMatch(glob -> glob.matches(name)))
                        .toList();
    }
}
