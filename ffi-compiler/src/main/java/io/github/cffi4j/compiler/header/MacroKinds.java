package io.github.cffi4j.compiler.header;

import io.github.cffi4j.compiler.compile.FrontEnd;
import io.github.cffi4j.compiler.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the compiler what macros are. It compiles some lines of C for each, and tells by those that it refuses. */
final class MacroKinds {
    private static final String FILE = "ffi-macros";
    private static final Pattern REFUSED =
            Pattern.compile(FILE + ":(?<line>\\d+):\\d+: (?:fatal )?error: (?<message>.*)");
    private static final String PREFIX = "ffi_macro_";
    private static final int LINES = 3;

    private final FrontEnd frontEnd;
    private final String preamble;
    private final Path scratch;

    /**
     * @param preamble the C that comes first, which includes the header
     * @param scratch the file to write
     */
    MacroKinds(FrontEnd frontEnd, String preamble, Path scratch) {
        this.frontEnd = frontEnd;
        this.preamble = preamble;
        this.scratch = scratch;
    }

    /**
     * Sorts macros without parameters.
     *
     * @param bodies those of all macros that the compiler knows
     */
    Map<String, MacroKind> sort(List<HeaderMacro> macros, Map<String, String> bodies)
            throws IOException, InterruptedException {
        Set<String> torn = MacroBodies.torn(bodies);
        Map<String, MacroKind> kinds = new LinkedHashMap<>();
        List<String> asked = new ArrayList<>();
        for (HeaderMacro macro : macros) {
            if (macro.body().isEmpty()) {
                kinds.put(macro.name(), new MacroKind.Other("stands for nothing"));
            } else if (torn.contains(macro.name())) {
                kinds.put(macro.name(), new MacroKind.Other("is no expression"));
            } else {
                asked.add(macro.name());
                kinds.put(macro.name(), new MacroKind.Int());
            }
        }
        List<String> others = others(asked);
        if (!others.isEmpty()) {
            addOthers(others, kinds);
        }
        return kinds;
    }

    /** The names of those that are no integer constants. */
    private List<String> others(List<String> asked) throws IOException, InterruptedException {
        if (asked.isEmpty()) {
            return List.of();
        }
        StringBuilder text = start();
        for (int i = 0; i < asked.size(); i++) {
            text.append("enum { ")
                    .append(PREFIX)
                    .append(i)
                    .append(" = (")
                    .append(asked.get(i))
                    .append(") };\n");
        }
        Files.writeString(scratch, text);
        Map<Integer, String> refused = refused(frontEnd.check(scratch).stderr());
        List<String> others = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (refused.containsKey(i + 1)) {
                others.add(asked.get(i));
            }
        }
        return others;
    }

    private void addOthers(List<String> names, Map<String, MacroKind> kinds) throws IOException, InterruptedException {
        StringBuilder text = start();
        for (int i = 0; i < names.size(); i++) {
            // The first keeps functions; in the second, arrays become pointers, and qualifiers at the top go. The third
            // takes types.
            text.append(Text.format(
                    "extern __typeof__(%1$s) %2$sf%3$d;\nstatic __auto_type %2$sv%3$d = (%1$s);\ntypedef %1$s %2$st%3$d;\n",
                    names.get(i), PREFIX, i));
        }
        Files.writeString(scratch, text);
        Map<String, CDeclaration> types = new HashMap<>();
        Map<Integer, String> refused =
                refused(frontEnd.tree(scratch, Optional.of(PREFIX), in -> HeaderSyntax.filtered(in)
                                .forEach(found -> types.put(found.name(), found)))
                        .stderr());
        for (int i = 0; i < names.size(); i++) {
            kinds.put(names.get(i), kind(i, types, refused));
        }
    }

    private static MacroKind kind(int index, Map<String, CDeclaration> types, Map<Integer, String> refused) {
        int line = index * LINES + 1;
        if (refused.containsKey(line)) {
            return new MacroKind.Other("is no expression");
        } else if (types.get(PREFIX + "f" + index) instanceof CDeclaration.Function function) {
            // The pointer to it has the names of its types.
            return new MacroKind.Alias(
                    types.get(PREFIX + "v" + index) instanceof CDeclaration.Variable pointer
                                    && pointer.type().contains("(*)")
                            ? pointer.type().replaceFirst("\\(\\*\\)", "")
                            : function.plainType());
        } else if (!refused.containsKey(line + 2)) {
            return new MacroKind.Other("names a type");
        } else if (refused.containsKey(line + 1)) {
            return new MacroKind.Other(
                    refused.get(line + 1).contains("constant")
                            ? "has a value only when the program runs"
                            : "is an expression without a value");
        } else if (!(types.get(PREFIX + "v" + index) instanceof CDeclaration.Variable variable)) {
            return new MacroKind.Other("is an expression without a value");
        } else {
            return new MacroKind.Typed(variable.type());
        }
    }

    private StringBuilder start() {
        return new StringBuilder(preamble).append("# 1 \"").append(FILE).append("\"\n");
    }

    private static Map<Integer, String> refused(String output) {
        Map<Integer, String> refused = new HashMap<>();
        output.lines().forEach(said -> {
            Matcher matcher = REFUSED.matcher(said);
            if (matcher.lookingAt()) {
                refused.putIfAbsent(Integer.valueOf(matcher.group("line")), matcher.group("message"));
            }
        });
        return refused;
    }
}
