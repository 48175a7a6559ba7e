package io.github.cffi4j.audit.check;

import io.github.cffi4j.audit.facts.ElfFacts;
import io.github.cffi4j.audit.facts.ElfFacts.VersionNeed;
import io.github.cffi4j.audit.facts.ImportedSymbol;
import io.github.cffi4j.audit.policy.Check;
import io.github.cffi4j.audit.policy.Policy;
import io.github.cffi4j.audit.policy.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The checks of ELF only. */
final class ElfChecks {
    private static final int SYMBOLS_SHOWN = 3;

    private ElfChecks() {}

    static void check(ElfFacts facts, Policy policy, Findings findings) {
        findings.addAny(Check.TOO_NEW, "it needs newer versions than the platform promises", newer(facts, policy));
        findings.addAny(
                Check.RUN_PATH,
                "it looks for libraries in",
                facts.runPaths().stream()
                        .flatMap(paths -> List.of(paths.split(":")).stream())
                        .filter(path -> !path.startsWith("$ORIGIN") && !path.startsWith("${ORIGIN}"))
                        .toList());
        findings.addIf(facts.soname().isEmpty(), Check.SONAME, "it has no name of its own (DT_SONAME)");
        findings.addIf(facts.stack() == ElfFacts.Stack.EXECUTABLE, Check.EXEC_STACK, "it asks for an executable stack");
        findings.addIf(
                facts.stack() == ElfFacts.Stack.UNSAID,
                Check.EXEC_STACK,
                "it does not say that its stack is not executable (no PT_GNU_STACK)");
        findings.addIf(facts.textRelocations(), Check.TEXTREL, "it has relocations in its code (DT_TEXTREL)");
        findings.addIf(!facts.relro(), Check.RELRO, "it has no read-only relocations (PT_GNU_RELRO)");
        findings.addIf(!facts.bindNow(), Check.BIND_NOW, "it binds symbols at the first call (no BIND_NOW)");
    }

    /** The newest version it needs of its C library. */
    static Optional<Version> floor(ElfFacts facts) {
        return facts.versionNeeds().stream()
                .filter(need -> need.version().startsWith("GLIBC_"))
                .flatMap(need -> Version.parse(number(need)).stream())
                .max(Comparator.naturalOrder());
    }

    private static List<String> newer(ElfFacts facts, Policy policy) {
        List<String> newer = new ArrayList<>();
        Map<String, List<ImportedSymbol>> imports =
                facts.common().imports().stream().collect(Collectors.groupingBy(ImportedSymbol::version));
        for (VersionNeed need : facts.versionNeeds()) {
            String of = need.version().substring(0, Math.max(0, need.version().lastIndexOf('_')));
            Optional<Version> floor = policy.floor(of, facts.common().machine().name());
            Optional<Version> version = Version.parse(number(need));
            if (floor.isPresent() && version.isPresent() && version.get().compareTo(floor.get()) > 0) {
                newer.add(need.version() + symbols(imports.getOrDefault(need.version(), List.of()))
                        + " where the floor is " + floor.get());
            }
        }
        return newer;
    }

    private static String number(VersionNeed need) {
        return need.version().substring(need.version().lastIndexOf('_') + 1);
    }

    private static String symbols(List<ImportedSymbol> imports) {
        List<String> names =
                imports.stream().map(ImportedSymbol::name).limit(SYMBOLS_SHOWN).toList();
        return names.isEmpty() ? "" : names.stream().collect(Collectors.joining("', '", " for '", "'"));
    }
}
