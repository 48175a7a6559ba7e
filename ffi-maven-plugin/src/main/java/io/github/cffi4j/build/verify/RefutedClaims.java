package io.github.cffi4j.build.verify;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Collects the claims that do not hold, the platforms where, and where the headers say otherwise. */
final class RefutedClaims {
    private final Set<Platform> all;
    private final Map<Refutation, Set<Platform>> platforms = new LinkedHashMap<>();
    private final Map<Refutation, String> headers = new LinkedHashMap<>();

    private record Refutation(Span span, String message, String fix) {}

    private record Failure(Claim claim, ClangMessage error) {}

    RefutedClaims(Set<Platform> all) {
        this.all = all;
    }

    /** Adds what a platform's compiler said of the claims that were made to it. */
    void add(Platform platform, List<Claim> claims, List<ClangMessage> errors) {
        Map<String, List<Failure>> chains = new LinkedHashMap<>();
        for (ClangMessage error : errors) {
            Claim claim = claims.get(error.at().line() - 1);
            chains.computeIfAbsent(claim.chain(), key -> new ArrayList<>()).add(new Failure(claim, error));
        }
        chains.values().forEach(failures -> addMostBasic(platform, failures));
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
        ClaimExplainer.Explanation explanation = ClaimExplainer.explain(failure.claim(), failure.error());
        Refutation refutation = new Refutation(failure.claim().span(), explanation.message(), explanation.fix());
        platforms.computeIfAbsent(refutation, key -> new TreeSet<>()).add(platform);
        HeaderQuotation.of(failure.error()).ifPresent(quotation -> headers.putIfAbsent(refutation, quotation));
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
                refutation.span(), refutation.message(), Optional.of(where + quoted), Optional.of(refutation.fix()));
    }
}
