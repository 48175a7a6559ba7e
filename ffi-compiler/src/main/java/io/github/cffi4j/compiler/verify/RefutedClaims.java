package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.platform.Libc;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Collects the claims that do not hold, the platforms where, and where the headers say otherwise. */
final class RefutedClaims {
    private static final Pattern NO_MEMBER = Pattern.compile("no member named '([^']+)' in .*");

    private final Set<Platform> all;
    private final Optional<String> preamble;
    private final TypedefTags tags;
    private final NewerNames newer;
    private final Map<Refutation, Set<Platform>> platforms = new LinkedHashMap<>();
    private final Map<Refutation, String> headers = new LinkedHashMap<>();

    private record Refutation(Span span, String message, String fix) {}

    private record Failure(Claim claim, ClangMessage error) {}

    /**
     * @param all the platforms that were asked
     * @param preamble the name of the file that includes the headers, if there is one
     * @param tags which the cdef gives to typedefs
     * @param newer asked about names that headers lack
     */
    RefutedClaims(Set<Platform> all, Optional<String> preamble, TypedefTags tags, NewerNames newer) {
        this.newer = newer;
        this.tags = tags;
        this.all = all;
        this.preamble = preamble;
    }

    /** Adds what a platform's compiler said of the claims that were made to it. */
    void add(Platform platform, List<Claim> claims, List<ClangMessage> errors) {
        Map<String, List<Failure>> chains = new LinkedHashMap<>();
        List<Claim> causes =
                errors.stream().flatMap(error -> tags.cause(error).stream()).toList();
        for (ClangMessage error : errors) {
            Optional<Claim> cause = tags.cause(error);
            Claim claim = cause.orElseGet(() -> claims.get(error.at().line() - 1));
            if (isOfHolder(claim, error) || cause.isEmpty() && TypedefTags.follows(claim, error, causes)) {
                continue;
            }
            chains.computeIfAbsent(claim.chain(), key -> new ArrayList<>()).add(new Failure(claim, error));
        }
        chains.values().forEach(failures -> addMostBasic(platform, failures));
    }

    /** Adds what an object file says of a bitfield, if that is not what the cdef says. */
    void add(Platform platform, Claim claim, ProbeReader.Width width) {
        if (width.actual() != width.claimed()) {
            add(platform, claim, ClaimExplainer.width(claim, width), Optional.empty());
        }
    }

    /**
     * A struct without a name is asked for by the field that has its type, and so it is in the twin of its holder: if that field
     * is missing, the claim about the field tells it.
     */
    private static boolean isOfHolder(Claim claim, ClangMessage error) {
        Matcher missing = NO_MEMBER.matcher(error.text());
        return missing.matches()
                && !missing.group(1).equals(claim.subject())
                && (ClaimExplainer.TYPE_OF_FIELD.matcher(claim.chain()).find()
                        || error.text().contains("'" + claim.chain() + "'"));
    }

    /** Where a field is missing, its offset and the size are wrong too: only the cause is told. */
    private void addMostBasic(Platform platform, List<Failure> failures) {
        int rank = failures.stream()
                .mapToInt(failure -> failure.claim().kind().rank())
                .min()
                .orElseThrow();
        Set<Span> told = new HashSet<>();
        failures.stream()
                .filter(failure -> failure.claim().kind().rank() == rank)
                .filter(failure -> failure.claim().kind() == ClaimKind.FIELD_OFFSET
                        ? told.isEmpty() && told.add(failure.claim().span())
                        : told.add(failure.claim().span()))
                .forEach(failure -> add(platform, failure));
    }

    private void add(Platform platform, Failure failure) {
        add(
                platform,
                failure.claim(),
                ClaimExplainer.explain(failure.claim(), failure.error()),
                Optional.of(failure.error()));
    }

    private void add(
            Platform platform, Claim claim, ClaimExplainer.Explanation explanation, Optional<ClangMessage> error) {
        Refutation refutation = new Refutation(claim.span(), explanation.message(), explanation.fix());
        platforms.computeIfAbsent(refutation, key -> new TreeSet<>()).add(platform);
        error.flatMap(explanation.explained() ? HeaderQuotation::of : RefutedClaims::inC)
                .ifPresent(quotation -> headers.putIfAbsent(refutation, quotation));
    }

    /** An error that no rule explains is shown with the C that the compiler read. */
    private static Optional<String> inC(ClangMessage error) {
        String macro = error.notes().stream()
                .filter(note -> note.text().startsWith("expanded from macro"))
                .map(note -> "\n   " + Path.of(note.at().file()).getFileName() + ":"
                        + note.at().line() + ": " + note.text())
                .collect(Collectors.joining());
        return error.source().isEmpty() ? Optional.empty() : Optional.of("in C: " + error.source() + macro);
    }

    void throwIfAny() throws CdefException {
        if (!platforms.isEmpty()) {
            throw new CdefException(platforms.keySet().stream()
                    .sorted(Comparator.comparingInt(
                            refutation -> refutation.span().start()))
                    .map(this::diagnostic)
                    .toList());
        }
    }

    private Diagnostic diagnostic(Refutation refutation) {
        String where = "on: " + BindingVerifier.list(platforms.get(refutation), all);
        String quoted = headers.containsKey(refutation) ? " · " + headers.get(refutation) : "";
        return new Diagnostic(
                refutation.span(),
                refutation.message(),
                Optional.of(where + quoted),
                Optional.of(fix(refutation)).filter(fix -> !fix.isEmpty()));
    }

    private String fix(Refutation refutation) {
        boolean name = refutation.fix().equals(ClaimExplainer.INCLUDE);
        if (!name && !refutation.fix().equals(ClaimExplainer.REMOVE_FIELD)) {
            return refutation.fix();
        }
        Set<Platform> lacking = platforms.get(refutation);
        String elsewhere =
                lacking.size() < all.size() ? ", or declare it inside '#if' for the platforms that have it" : "";
        if (!name) {
            return refutation.fix() + elsewhere;
        }
        Optional<String> later = StandardHeaders.missing(refutation.message()).flatMap(it -> newer.advice(it, lacking));
        if (later.isPresent() && lacking.stream().allMatch(platform -> platform.libc() == Libc.GLIBC)) {
            // No header helps.
            return later.get() + elsewhere;
        }
        return (lacking.size() < all.size() && glibc(lacking).isEmpty() && preamble.isPresent()
                        ? someHaveIt(refutation)
                        : include(refutation, lacking) + elsewhere)
                + later.map(advice -> "; " + advice).orElse("");
    }

    /** Its header is there then, so that is seldom what is missing. */
    private String someHaveIt(Refutation refutation) {
        return "declare it inside '#if' for the platforms that have it, or include "
                + StandardHeaders.declaring(refutation.message()).orElse("its header") + " for these, too, in "
                + preamble.orElseThrow();
    }

    private String include(Refutation refutation, Set<Platform> lacking) {
        Optional<String> standard = StandardHeaders.declaring(refutation.message());
        if (preamble.isEmpty()) {
            String cdef = refutation.span().source().name();
            String missing = cdef.substring(cdef.lastIndexOf('/') + 1).replaceFirst("\\.cdef$", "") + ".c";
            return "write " + missing + " beside the cdef, and include " + standard.orElse("the header") + " there";
        }
        return "include " + standard.orElse("its header") + " in " + preamble.get() + glibc(lacking)
                + ", or correct the name";
    }

    /** Headers of glibc keep to themselves what no standard asks for. */
    private String glibc(Set<Platform> lacking) {
        return lacking.size() < all.size() && lacking.stream().allMatch(platform -> platform.libc() == Libc.GLIBC)
                ? ", for glibc after '#define _GNU_SOURCE'"
                : "";
    }
}
