package io.github.cffi4j.compiler.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.compiler.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The programs others look into libraries with, and what their text means. */
record InspectionTools(String readelf, String objdump, String readobj, String llvmObjdump) {
    private static final Pattern SYMBOL = Pattern.compile(
            "(?m)^ *\\d+: ([0-9a-f]+) +\\S+ +(\\S+) +(GLOBAL|WEAK|UNIQUE) +(DEFAULT|PROTECTED) +(?:\\[.*?] +)?(\\S+) +([^\\s@]+)");

    static InspectionTools ofProperties() {
        return new InspectionTools(
                System.getProperty("audit.readelf"),
                System.getProperty("audit.objdump"),
                System.getProperty("audit.readobj"),
                System.getProperty("audit.llvm.objdump"));
    }

    Inspected elf(Path file) throws IOException, InterruptedException {
        String text = run(readelf, "-W", "-d", "-V", "-l", "-S", "--dyn-syms", file.toString());
        List<String> exports = new ArrayList<>();
        List<String> imports = new ArrayList<>();
        SYMBOL.matcher(text).results().forEach(symbol -> {
            boolean version = symbol.group(5).equals("ABS") && symbol.group(1).matches("0+");
            if (symbol.group(5).equals("UND")) {
                imports.add(symbol.group(6));
            } else if (!version) {
                exports.add(symbol.group(6));
            }
        });
        List<String> stack = all(text, "(?m)^ +GNU_STACK +(?:\\S+ +){5}([RWE ]+?) +0");
        return new Inspected(
                Inspected.sorted(all(text, "\\(NEEDED\\) +Shared library: \\[(.*?)]")),
                Inspected.sorted(exports),
                Inspected.sorted(imports),
                List.of(
                        "soname " + String.join("", all(text, "\\(SONAME\\) +Library soname: \\[(.*?)]")),
                        "run paths " + all(text, "\\(R(?:UN)?PATH\\) .*?\\[(.*?)]"),
                        "versions "
                                + Inspected.sorted(
                                        all(text, "(?m)^ +0x[0-9a-f]+: +Name: (\\S+)  Flags: .*Version: \\d+$")),
                        "stack " + (stack.isEmpty() ? "UNSAID" : stack.get(0).contains("E") ? "EXECUTABLE" : "PLAIN"),
                        "relro " + text.contains("GNU_RELRO"),
                        "now "
                                + (text.contains("BIND_NOW")
                                        || !all(text, "\\(FLAGS_1\\) +Flags: .*(NOW)")
                                                .isEmpty()),
                        "textrel " + text.contains("TEXTREL"),
                        "stripped " + !text.contains(".symtab")));
    }

    Inspected machO(Path file) throws IOException, InterruptedException {
        String headers = run(llvmObjdump, "--macho", "--private-headers", file.toString());
        List<String> exports = new ArrayList<>();
        List<String> imports = new ArrayList<>();
        String symbols = run(readobj, "--syms", file.toString());
        for (String symbol : symbols.split("(?m)^  Symbol \\{")) {
            boolean external = symbol.contains("Extern\n") && !symbol.contains("PrivateExtern");
            all(symbol, "(?m)^    Name: _?(\\S+) \\(\\d+\\)").forEach(name -> {
                if (external) {
                    (symbol.contains("\n    Type: Undef") ? imports : exports).add(name);
                }
            });
        }
        return new Inspected(
                Inspected.sorted(
                        all(headers, "cmd LC_(?:LOAD|REEXPORT|LOAD_WEAK)\\w*DYLIB\\n +cmdsize \\d+\\n +name (\\S+) ")),
                Inspected.sorted(exports),
                Inspected.sorted(imports),
                List.of(
                        "name " + String.join("", all(headers, "cmd LC_ID_DYLIB\\n +cmdsize \\d+\\n +name (\\S+) ")),
                        "oldest "
                                + String.join(
                                        "",
                                        all(
                                                headers,
                                                "(?:LC_VERSION_MIN_MACOSX\\n +cmdsize 16\\n +version|minos) (\\S+)")),
                        "run paths " + all(headers, "cmd LC_RPATH\\n +cmdsize \\d+\\n +path (\\S+) "),
                        "signed " + headers.contains("LC_CODE_SIGNATURE")));
    }

    Inspected pe(Path file) throws IOException, InterruptedException {
        String text = run(readobj, "--file-headers", "--coff-imports", "--coff-exports", file.toString());
        String subsystem = String.join("", all(text, "MajorSubsystemVersion: (\\d+)")) + "."
                + String.join("", all(text, "MinorSubsystemVersion: (\\d+)"));
        return new Inspected(
                Inspected.sorted(all(text, "(?m)^(?:Delay)?Import \\{\\n  Name: (\\S+)")),
                Inspected.sorted(all(text, "(?m)^Export \\{\\n  Ordinal: \\d+\\n  Name: (\\S+)")),
                Inspected.sorted(all(text, "(?m)^  (?:  )?Symbol: (\\S+) \\(\\d+\\)")),
                List.of(
                        "oldest " + subsystem,
                        "dynamic base " + text.contains("CHARACTERISTICS_DYNAMIC_BASE"),
                        "high entropy " + text.contains("CHARACTERISTICS_HIGH_ENTROPY_VA"),
                        "nx " + text.contains("CHARACTERISTICS_NX_COMPAT"),
                        "stripped " + text.contains("SymbolCount: 0")));
    }

    /** The DLLs by objdump, which knows the processors of PC only; what is loaded late it does not name. */
    Optional<List<String>> dllNames(Path file) throws IOException, InterruptedException {
        ProcessResult result = ProcessRunner.system().run(Command.of(objdump, "-p", file.toString()));
        return result.succeeded()
                ? Optional.of(Inspected.sorted(all(String.join("\n", result.lines()), "DLL Name: (\\S+)")))
                : Optional.empty();
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String run(String... line) throws IOException, InterruptedException {
        ProcessResult result = ProcessRunner.system().run(Command.of(line));
        assertThat(result.succeeded()).as(result.stderr()).isTrue();
        return String.join("\n", result.lines());
    }
}
