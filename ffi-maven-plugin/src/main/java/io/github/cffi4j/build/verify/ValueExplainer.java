package io.github.cffi4j.build.verify;

import io.github.cffi4j.build.verify.ClaimExplainer.Explanation;
import java.util.regex.Matcher;

/** Says what is wrong with a claim about a constant or a global variable. */
final class ValueExplainer {

    private ValueExplainer() {}

    static Explanation explain(Claim claim, ClangMessage clang) {
        String name = "'" + claim.subject() + "'";
        if (ClaimExplainer.undeclared(clang, claim.subject())) {
            return ClaimExplainer.missing(claim.subject());
        }
        return switch (claim.kind()) {
            case CONSTANT ->
                new Explanation(
                        name + " is not an integer constant",
                        "declare it with its type instead, as in 'static const double " + claim.subject() + ";'");
            case CONSTANT_VALUE -> value(claim, clang);
            case CONSTANT_RANGE ->
                new Explanation(
                        "the value of " + name + " does not fit '" + claim.claimed() + "'",
                        "declare it with a type that holds it, or as '#define " + claim.subject() + " ...'");
            case GLOBAL_WRITABLE -> new Explanation(name + " is const in the headers", "declare it 'const'");
            default -> typed(claim, clang);
        };
    }

    private static Explanation value(Claim claim, ClangMessage clang) {
        if (clang.text().contains("not an integral constant expression")) {
            return new Explanation(
                    "'" + claim.subject() + "' is no constant in the headers: its value is known at run time only",
                    "leave out the value");
        }
        return ClaimExplainer.values(clang)
                .map(pair -> new Explanation(
                        "'%s' is %s in the headers, %s here".formatted(claim.subject(), pair[0], pair[1]),
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
                    name + " is '%s' in the headers, '%s' here".formatted(actual, claim.claimed()),
                    "declare it as '" + actual + "'");
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
