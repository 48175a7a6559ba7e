package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.compiler.verify.ClaimExplainer.Explanation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with a claim about a constant or a global variable. */
final class ValueExplainer {

    private static final Pattern OPERAND = Pattern.compile(
            "invalid operands to binary expression \\('(?<type>.*?)'(?: \\(aka '(?<aka>.*?)'\\))? and 'int'\\)");
    private static final Pattern TEXT = Pattern.compile("(?:const )?char ?\\[\\d+]");
    private static final Pattern FLOATING = Pattern.compile("(?:const )?(float|double|long double)");

    private ValueExplainer() {}

    static Explanation explain(Claim claim, ClangMessage clang) {
        String name = "'" + claim.subject() + "'";
        if (ClaimExplainer.undeclared(clang, claim.subject())) {
            return ClaimExplainer.missing(claim.subject());
        }
        return switch (claim.kind()) {
            case CONSTANT ->
                isNoInteger(clang) ? noInteger(claim.subject(), clang) : ClaimExplainer.inClangsWords(name, clang);
            case CONSTANT_VALUE -> value(claim, clang);
            case CONSTANT_RANGE ->
                ClaimExplainer.asserted(clang)
                        ? new Explanation(
                                "the value of " + name + " does not fit '" + claim.claimed() + "'",
                                "declare it with a type that holds it, or as '#define " + claim.subject() + " ...'")
                        : ClaimExplainer.inClangsWords(name, clang);
            case GLOBAL_WRITABLE ->
                ClaimExplainer.asserted(clang)
                        ? new Explanation(name + " is const in the headers", "declare it 'const'")
                        : ClaimExplainer.inClangsWords(name, clang);
            default -> typed(claim, clang);
        };
    }

    private static boolean isNoInteger(ClangMessage clang) {
        return clang.text().startsWith("invalid operands to binary expression")
                || clang.text().contains("expected expression")
                || clang.text().contains("not an integral constant expression")
                || clang.text().contains("not a compile-time constant");
    }

    private static Explanation noInteger(String name, ClangMessage clang) {
        Matcher operand = OPERAND.matcher(clang.text());
        Optional<String> declaration =
                operand.matches() ? declaration(name, operand.group("type"), operand.group("aka")) : Optional.empty();
        return new Explanation(
                "'" + name + "' is not an integer constant"
                        + (declaration.isPresent() ? ", but '" + operand.group("type") + "'" : ""),
                declaration
                        .map(text -> "declare it with its type instead: '" + text + "'")
                        .orElse("declare it with its type instead, as in 'static const double " + name + ";'"));
    }

    /** How a cdef declares a constant of a type; empty for those that clang spells otherwise than a cdef does. */
    private static Optional<String> declaration(String name, String type, String meaning) {
        if (TEXT.matcher(type).matches()) {
            return Optional.of("static const char *const " + name + ";");
        }
        String spelt = meaning != null && meaning.contains("(*)") ? meaning : type;
        if (spelt.contains("(*)")) {
            return Optional.of("static " + spelt.replace("(*)", "(*const " + name + ")") + ";");
        }
        if (type.endsWith("*") || type.endsWith("*const")) {
            return Optional.of("static " + type.replaceFirst("const$", "") + "const " + name + ";");
        }
        Matcher floating = FLOATING.matcher(type);
        return floating.matches()
                ? Optional.of("static const " + floating.group(1) + " " + name + ";")
                : Optional.empty();
    }

    private static Explanation value(Claim claim, ClangMessage clang) {
        if (clang.text().contains("not an integral constant expression")) {
            return new Explanation(
                    "'" + claim.subject() + "' is not a constant in the headers: its value is known only at run time",
                    "remove the value");
        }
        return ClaimExplainer.values(clang)
                .map(pair -> new Explanation(
                        Text.format("'%s' is %s in the headers, %s here", claim.subject(), pair[0], pair[1]),
                        "write '" + pair[0] + "', or '...' to let the compiler tell"))
                .orElseGet(() -> ClaimExplainer.inClangsWords("'" + claim.subject() + "'", clang));
    }

    private static Explanation typed(Claim claim, ClangMessage clang) {
        String name = "'" + claim.subject() + "'";
        Matcher returning = ClaimExplainer.RETURNING.matcher(clang.text());
        if (returning.matches()) {
            // A global is read through its address.
            String actual = claim.kind() == ClaimKind.GLOBAL
                    ? ClaimExplainer.pointee(returning.group("from"))
                    : returning.group("from");
            return new Explanation(
                    name + Text.format(" is '%s' in the headers, '%s' here", actual, claim.claimed()),
                    claim.kind() == ClaimKind.TYPED_CONSTANT
                                    && TEXT.matcher(actual).matches()
                            ? "declare it as 'const char *const'"
                            : "declare it as '" + actual + "'");
        }
        if (clang.text().startsWith("invalid operands")) {
            return new Explanation(
                    name + " is not an integer in the headers, '" + claim.claimed() + "' here",
                    "declare it as what it is");
        }
        if (clang.text().contains("-1 < 0")) {
            return new Explanation(
                    name + " has the other sign in the headers than '" + claim.claimed() + "' has",
                    "declare it as the headers do");
        }
        if (clang.text().startsWith("cannot take the address")) {
            return new Explanation(
                    name + " is not a variable in the headers",
                    "declare it as a constant: '#define " + claim.subject() + " ...', or 'static const' with its type");
        }
        if (clang.text().startsWith("subscripted value")) {
            return new Explanation(
                    name + " has fewer dimensions in the headers", "write one '[...]' for each there is");
        }
        return ClaimExplainer.inClangsWords(name, clang);
    }
}
