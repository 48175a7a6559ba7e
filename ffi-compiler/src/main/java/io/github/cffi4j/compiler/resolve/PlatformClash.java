package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedComposite.Field;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import io.github.cffi4j.cdef.model.ResolvedGlobal;
import io.github.cffi4j.cdef.model.ResolvedSignature;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.cdef.model.ResolvedTypedConstant;
import io.github.cffi4j.cdef.model.ResolvedTypedef;
import io.github.cffi4j.cdef.model.ResolvedUpcall;
import io.github.cffi4j.compiler.text.Text;
import java.util.List;
import java.util.Optional;

/** Finds what two variants say differently of one thing, as far as Java would have to see it. */
final class PlatformClash {
    private static final String SAME_TYPE =
            "give both one type: for integers 'typedef int... name;' outside of the '#if'"
                    + " and that name in both; or put the difference into C functions beside the cdef";

    private PlatformClash() {}

    /** Compares the first declaration of a thing with that of another variant. */
    @FunctionalInterface
    interface Finder<T> {
        Optional<Diagnostic> find(T first, T other);
    }

    static <T> Optional<Diagnostic> never(T first, T other) {
        return Optional.empty();
    }

    static Optional<Diagnostic> kinds(String name, VariantMerger.Met first, VariantMerger.Met other) {
        return unless(
                false,
                other.span(),
                Text.format(
                        "'%s' is %s here, and %s %s",
                        name, other.kind(), first.kind(), elsewhere(first.span(), other.span())),
                "declare the same on all platforms, or give one of them another name in the .c file beside the cdef");
    }

    static Optional<Diagnostic> typedefs(ResolvedTypedef first, ResolvedTypedef other) {
        String name = other.cName();
        String fix = numeric(first.type(), other.type())
                .map(kind -> "write 'typedef " + kind + "... " + name
                        + ";' for all platforms: the C compiler tells the rest")
                .orElse("write 'typedef ... " + name + ";' if only pointers to it are used, or 'typedef struct { ... } "
                        + name + ";' on each platform");
        return unless(
                first.type().alike(other.type()),
                other.nameSpan(),
                "'" + name + "' is another type to Java than " + elsewhere(first.nameSpan(), other.nameSpan()),
                fix);
    }

    private static Optional<String> numeric(ResolvedType first, ResolvedType other) {
        return first.integer() && other.integer()
                ? Optional.of("int")
                : first.floating() && other.floating() ? Optional.of("float") : Optional.empty();
    }

    static Optional<Diagnostic> typedConstants(ResolvedTypedConstant first, ResolvedTypedConstant other) {
        return value("'" + other.cName() + "'", first.type(), first.nameSpan(), other.type(), other.nameSpan());
    }

    static Optional<Diagnostic> globals(ResolvedGlobal first, ResolvedGlobal other) {
        return value("'" + other.cName() + "'", first.type(), first.nameSpan(), other.type(), other.nameSpan());
    }

    static Optional<Diagnostic> composites(ResolvedComposite first, ResolvedComposite other) {
        return unless(
                first.kind() == other.kind() || !first.complete() || !other.complete(),
                other.nameSpan(),
                "'" + other.cName() + "' is a " + other.kind().keyword() + " here, and a "
                        + first.kind().keyword() + " " + elsewhere(first.nameSpan(), other.nameSpan()),
                "declare '...' for its fields and read them with C functions beside the cdef");
    }

    static Optional<Diagnostic> fields(String owner, Field first, Field other) {
        String name = "field '" + other.cName() + "' of '" + owner + "'";
        boolean alike = first.bits().equals(other.bits()) && openEnded(first) == openEnded(other);
        return value(name, first.type(), first.nameSpan(), other.type(), other.nameSpan())
                .or(() -> unless(
                        alike,
                        other.nameSpan(),
                        name + " has another length than " + elsewhere(first.nameSpan(), other.nameSpan()),
                        "read and write it with C functions beside the cdef"));
    }

    private static boolean openEnded(Field field) {
        return field.type() instanceof ResolvedType.Array array && array.openEnded();
    }

    static Optional<Diagnostic> functions(ResolvedFunction first, ResolvedFunction other) {
        return unless(
                        first.variadic() == other.variadic(),
                        other.nameSpan(),
                        "'" + other.cName() + "' takes '...' on some platforms only: not so "
                                + elsewhere(first.nameSpan(), other.nameSpan()),
                        "put the difference into a C function beside the cdef")
                .or(() -> calls(
                        other.cName(),
                        first.result(),
                        first.parameters(),
                        first.nameSpan(),
                        other.result(),
                        other.parameters(),
                        other.nameSpan()));
    }

    static Optional<Diagnostic> upcalls(ResolvedUpcall first, ResolvedUpcall other) {
        return calls(
                other.cName(),
                first.result(),
                first.parameters(),
                first.nameSpan(),
                other.result(),
                other.parameters(),
                other.nameSpan());
    }

    static Optional<Diagnostic> signatures(ResolvedSignature first, ResolvedSignature other) {
        return calls(
                other.name(),
                first.result(),
                first.parameters(),
                first.nameSpan(),
                other.result(),
                other.parameters(),
                other.nameSpan());
    }

    private static Optional<Diagnostic> calls(
            String name,
            ResolvedType firstResult,
            List<Parameter> firstParameters,
            Span first,
            ResolvedType result,
            List<Parameter> parameters,
            Span span) {
        if (firstParameters.size() != parameters.size()) {
            return unless(
                    false,
                    span,
                    Text.format(
                            "'%s' has another number of parameters (%d) than %s (%d)",
                            name, parameters.size(), elsewhere(first, span), firstParameters.size()),
                    "put the difference into a C function beside the cdef: Java has one method for all platforms");
        }
        for (int i = 0; i < parameters.size(); i++) {
            Parameter before = firstParameters.get(i);
            Parameter after = parameters.get(i);
            String what = "parameter '" + after.cName() + "' of '" + name + "'";
            Optional<Diagnostic> clash = value(what, before.type(), before.span(), after.type(), after.span())
                    .or(
                            () -> unless(
                                    before.text() == after.text(),
                                    after.span(),
                                    what + " is 'const char *' on some platforms only: not so "
                                            + elsewhere(before.span(), after.span()),
                                    "write 'const char *' for all platforms if the function does not write to it, else 'char *'"));
            if (clash.isPresent()) {
                return clash;
            }
        }
        return value("the result of '" + name + "'", firstResult, first, result, span);
    }

    private static Optional<Diagnostic> value(
            String what, ResolvedType first, Span firstSpan, ResolvedType other, Span span) {
        return unless(
                first.alike(other),
                span,
                what + " is another type to Java than " + elsewhere(firstSpan, span),
                SAME_TYPE);
    }

    private static Optional<Diagnostic> unless(boolean alike, Span span, String message, String fix) {
        return alike ? Optional.empty() : Optional.of(Diagnostic.of(span, message, fix));
    }

    /** The other place; or none, where one text means different things because of what it names. */
    private static String elsewhere(Span first, Span span) {
        return first.equals(span) ? "on other platforms" : "at " + first.position();
    }
}
