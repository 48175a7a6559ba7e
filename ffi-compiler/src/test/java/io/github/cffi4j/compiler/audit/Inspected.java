package io.github.cffi4j.compiler.audit;

import io.github.cffi4j.audit.facts.CommonFacts;
import io.github.cffi4j.audit.facts.ElfFacts;
import io.github.cffi4j.audit.facts.ExportedSymbol;
import io.github.cffi4j.audit.facts.ImportedSymbol;
import io.github.cffi4j.audit.facts.MachOFacts;
import io.github.cffi4j.audit.facts.PeFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What both we and other tools can tell of a file, in an order of its own.
 *
 * @param facts single ones, by name
 */
record Inspected(List<String> needed, List<String> exports, List<String> imports, List<String> facts) {

    static Inspected of(ElfFacts elf) {
        return of(
                elf.common(),
                List.of(
                        "soname " + elf.soname().orElse(""),
                        "run paths " + elf.runPaths(),
                        "versions "
                                + sorted(elf.versionNeeds().stream()
                                        .map(ElfFacts.VersionNeed::version)
                                        .toList()),
                        "stack " + elf.stack(),
                        "relro " + elf.relro(),
                        "now " + elf.bindNow(),
                        "textrel " + elf.textRelocations(),
                        "stripped " + (elf.common().debug().symbols() == 0)));
    }

    static Inspected of(MachOFacts macho) {
        return of(
                macho.common(),
                List.of(
                        "name " + macho.installName().orElse(""),
                        "oldest "
                                + macho.target().map(MachOFacts.Target::oldest).orElse(""),
                        "run paths " + macho.runPaths(),
                        "signed " + macho.signature().isPresent()));
    }

    static Inspected of(PeFacts pe) {
        return of(
                pe.common(),
                List.of(
                        "oldest " + pe.oldest(),
                        "dynamic base " + pe.dynamicBase(),
                        "high entropy " + pe.highEntropy(),
                        "nx " + pe.nxCompatible(),
                        "stripped " + (pe.common().debug().symbols() == 0)));
    }

    /** What only one of the two says. */
    List<String> differences(Inspected other) {
        List<String> differences = new ArrayList<>();
        add(differences, "needed", needed, other.needed);
        add(differences, "exported", exports, other.exports);
        add(differences, "imported", imports, other.imports);
        add(differences, "said", facts, other.facts);
        return differences;
    }

    private static void add(List<String> differences, String what, List<String> ours, List<String> theirs) {
        ours.stream()
                .filter(name -> !theirs.contains(name))
                .forEach(name -> differences.add("only ours " + what + ": " + name));
        theirs.stream()
                .filter(name -> !ours.contains(name))
                .forEach(name -> differences.add("only theirs " + what + ": " + name));
        if (differences.isEmpty() && !ours.equals(theirs)) {
            differences.add(what + " in another number");
        }
    }

    static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }

    private static Inspected of(CommonFacts common, List<String> facts) {
        return new Inspected(
                sorted(common.needed()),
                sorted(common.exports().stream().map(ExportedSymbol::name).toList()),
                sorted(common.imports().stream()
                        .map(ImportedSymbol::name)
                        .filter(name -> !name.startsWith("#"))
                        .toList()),
                facts);
    }
}
