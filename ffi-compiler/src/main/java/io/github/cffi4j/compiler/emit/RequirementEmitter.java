package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedGlobal;
import io.github.cffi4j.compiler.emit.crossing.CallShapes;
import io.github.cffi4j.compiler.emit.crossing.Carrier;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes what a class without glue does with a library that it has just opened: it looks all names up, and compares what the
 * library says of itself.
 */
final class RequirementEmitter {
    /** A constant of a class has 65,535 bytes. */
    private static final int MAX_CHARACTERS = 60_000;

    private final VerifiedBinding verified;
    private final LayoutTable table;
    private final SystemRequirements requirements;

    RequirementEmitter(VerifiedBinding verified, LayoutTable table, SystemRequirements requirements) {
        this.verified = verified;
        this.table = table;
        this.requirements = requirements;
    }

    /** Returns true if a class with glue is linked to a library of the user's system. */
    boolean linked() {
        return requirements.linked();
    }

    /** Names that are looked up together. */
    private record Group(Set<Platform> having, boolean required) {}

    /**
     * Returns the lines.
     *
     * @param presence gives the expression that tells if this platform is one of some
     */
    String lines(CallShapes shapes, Function<Set<Platform>, String> presence) {
        StringBuilder lines = new StringBuilder(expectations(presence, true));
        for (LibraryCheck check : requirements.checks()) {
            function(check).ifPresent(function -> lines.append(check(check, function, shapes.of(function), presence)));
        }
        return lines.toString();
    }

    /**
     * Returns the lines that look names up and judge what is missing.
     *
     * @param variables whether variables are looked up, too; those of glue are bound by the system's loader
     */
    private String expectations(Function<Set<Platform>, String> presence, boolean variables) {
        StringBuilder lines = new StringBuilder();
        groups(variables).forEach((group, names) -> {
            boolean everywhere =
                    group.having().containsAll(verified.conditional().platforms());
            String calls = expectations(names, group.required());
            lines.append(
                    everywhere
                            ? calls
                            : Text.format(
                                    "if (layout.%s.here()) {\n%s}\n", presence.apply(group.having()), calls.indent(4)));
        });
        return lines.append("system.judge();\n").toString();
    }

    /**
     * Returns the lines of a class with glue, which has just been loaded: it calls the functions itself.
     *
     * @param presence gives the expression that tells if this platform is one of some
     * @param types tells what the functions return
     */
    String ofGlue(Function<Set<Platform>, String> presence, Crossings types) {
        StringBuilder lines = new StringBuilder(linked() ? expectations(presence, false) : "");
        String names = requirements.libraries().values().stream().distinct().collect(Collectors.joining(" or "));
        for (LibraryCheck check : requirements.checks()) {
            function(check).ifPresent(function -> {
                String found = types.names().of(function) + "()";
                boolean truth = types.of(function.result()).resultCarrier() == Carrier.BOOLEAN;
                String call = Text.format(
                        "SystemChecks.require(\"%s\", \"%s\", \"%s() %s\", \"%s\", %s, %s);\n",
                        types.names().binding().binaryName(),
                        names,
                        check.function(),
                        check.operator(),
                        check.operator(),
                        truth ? found + " ? 1 : 0" : found,
                        wanted(check));
                lines.append(here(function, call, presence));
            });
        }
        return lines.toString();
    }

    private Optional<ResolvedFunction> function(LibraryCheck check) {
        return verified.binding().function(check.function());
    }

    private String here(ResolvedFunction function, String call, Function<Set<Platform>, String> presence) {
        Set<Platform> having = verified.conditional().having(function.cName());
        return verified.conditional().everywhere(function.cName())
                ? call
                : Text.format("if (layout.%s.here()) {\n    %s}\n", presence.apply(having), call);
    }

    private Map<Group, List<String>> groups(boolean variables) {
        ConditionalBinding conditional = verified.conditional();
        Map<Group, List<String>> groups = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        KeptErrors kept = KeptErrors.of(conditional);
        verified.binding().functions().stream()
                .filter(function -> !kept.accessedBy(function))
                .forEach(function -> names.add(function.cName()));
        verified.binding().globals().stream()
                .filter(global -> variables && !KeptErrors.errno(global))
                .map(ResolvedGlobal::cName)
                .forEach(names::add);
        for (String name : names) {
            groups.computeIfAbsent(
                            new Group(conditional.having(name), requirements.requires(name)), any -> new ArrayList<>())
                    .add(name);
        }
        return groups;
    }

    private static String expectations(List<String> names, boolean required) {
        StringBuilder calls = new StringBuilder();
        StringBuilder joined = new StringBuilder();
        for (String name : names) {
            if (joined.length() + name.length() > MAX_CHARACTERS) {
                calls.append(expectation(joined, required));
                joined.setLength(0);
            }
            joined.append(joined.length() == 0 ? "" : " ").append(name);
        }
        return calls.append(expectation(joined, required)).toString();
    }

    private static String expectation(CharSequence names, boolean required) {
        return Text.format("system.expect(\"%s\", %s);\n", names, required);
    }

    private String check(
            LibraryCheck check, ResolvedFunction function, String shape, Function<Set<Platform>, String> presence) {
        String call = Text.format(
                "system.check(\"%s\", \"%s\", \"%s\", %s);\n",
                check.function(), shape, check.operator(), wanted(check));
        return here(function, call, presence);
    }

    /** The arguments for the right side: a version, or a number and how its author wrote it. */
    private String wanted(LibraryCheck check) {
        return check.ofVersion()
                ? JavaWriter.literal(check.version())
                : number(check) + ", " + JavaWriter.literal(check.wanted());
    }

    /** A Java expression for a number on the right side. */
    private String number(LibraryCheck check) {
        if (check.ofNumber()) {
            return Long.decode(check.wanted()) + "L";
        } else if (!check.sizeOf().isEmpty()) {
            return "layout.get(" + table.sizeIndex(check.sizeOf()) + ")";
        }
        return verified.sameEverywhere(check.wanted())
                .map(same -> same.bits() + "L")
                .orElseGet(() -> "layout.get(" + table.valueIndex(check.wanted()) + ")");
    }

    /**
     * Refuses checks that cannot be made.
     *
     * @throws CdefException at the function of the check
     */
    void refuse() throws CdefException {
        CallShapes shapes = new CallShapes(table.indexes(), verified.binding(), "");
        List<Diagnostic> errors = new ArrayList<>();
        for (LibraryCheck check : requirements.checks()) {
            function(check).ifPresent(function -> {
                String fault = fault(check, function, shapes.of(function));
                if (!fault.isEmpty()) {
                    errors.add(Diagnostic.of(
                            function.nameSpan(),
                            "'" + function.cName() + "' is in <libraryChecks>, as '" + check + "', " + fault,
                            "correct the check in the POM"));
                }
            });
        }
        if (!errors.isEmpty()) {
            throw new CdefException(errors);
        }
    }

    private String fault(LibraryCheck check, ResolvedFunction function, String shape) {
        char result = shape.charAt(shape.lastIndexOf(' ') + 1);
        boolean text = result == 'a';
        boolean integer = "vfdg[a".indexOf(result) < 0;
        if (!function.parameters().isEmpty() || function.variadic()) {
            return "and takes parameters";
        } else if (check.ofVersion() && !text) {
            return "and returns no text to compare with a version";
        } else if (!check.ofVersion() && !integer) {
            return "and returns no integer";
        } else if (check.ofVersion() || check.ofNumber()) {
            return "";
        } else if (!check.sizeOf().isEmpty()) {
            return table.hasSize(check.sizeOf()) ? "" : "and the cdef declares no whole type '" + check.sizeOf() + "'";
        }
        boolean constant = verified.binding().constants().stream()
                .anyMatch(one -> one.cName().equals(check.wanted()));
        return constant ? "" : "and '" + check.wanted() + "' is no number, version, sizeof or constant of the cdef";
    }
}
