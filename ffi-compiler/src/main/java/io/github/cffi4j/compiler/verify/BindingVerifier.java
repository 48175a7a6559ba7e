package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.compiler.naming.NamedBinding;
import io.github.cffi4j.compiler.verify.ProbeResult.Confirmed;
import io.github.cffi4j.compiler.verify.ProbeResult.Refused;
import io.github.cffi4j.platform.Platform;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the probes of a binding and judges what the compilers made of them. Compiling is the caller's. */
public final class BindingVerifier {
    private final NamedBinding named;
    private final ConditionalBinding binding;
    private final Optional<String> preamble;
    private final Map<Platform, Probe> probes = new EnumMap<>(Platform.class);

    /**
     * A C text to compile, to an object file, for some platforms: it makes the claims that the cdef makes there.
     *
     * @param platforms in their order
     */
    public record ProbeSource(Set<Platform> platforms, String text) {}

    /**
     * @param preamble the file the author includes headers in, as an {@code #include} finds it
     */
    public BindingVerifier(NamedBinding named, Optional<String> preamble) {
        this.named = named;
        this.binding = named.binding();
        this.preamble = preamble;
        for (ConditionalBinding.Variant variant : binding.variants()) {
            Probe probe = ProbeWriter.write(variant.binding(), preamble);
            variant.platforms().forEach(platform -> probes.put(platform, probe));
        }
    }

    /** Returns the probes to compile; each platform is in one of them. */
    public List<ProbeSource> probeSources() {
        return binding.variants().stream()
                .map(variant -> new TreeSet<>(variant.platforms()))
                .map(platforms ->
                        new ProbeSource(platforms, probes.get(platforms.first()).text()))
                .toList();
    }

    /**
     * Puts together what the platforms' compilers said.
     *
     * @param newer asked about names that headers lack
     * @throws CdefException if a claim of the cdef does not hold on some platform
     * @throws PreambleException if the author's own C does not compile
     */
    public VerifiedBinding judge(Map<Platform, ProbeResult> results, NewerNames newer)
            throws CdefException, PreambleException {
        refuseBrokenPreamble(results);
        RefutedClaims refuted = new RefutedClaims(results.keySet(), preamble, tags(), newer);
        results.forEach((platform, result) -> {
            if (result instanceof Refused refused) {
                refuted.add(platform, probes.get(platform).claims(), refused.errors());
            } else {
                List<Claim> widths = probes.get(platform).widths();
                ProbeReader.widths(((Confirmed) result).object())
                        .forEach((claim, width) -> refuted.add(platform, widths.get(claim), width));
            }
        });
        refuted.throwIfAny();
        Map<String, Map<Platform, ConstantValue>> constants = new LinkedHashMap<>();
        results.forEach((platform, result) -> ProbeReader.read(
                        ((Confirmed) result).object(), probes.get(platform).constants())
                .forEach((name, value) -> constants
                        .computeIfAbsent(name, key -> new LinkedHashMap<>())
                        .put(platform, value)));
        return new VerifiedBinding(named.withFunctions(withText(constants)), constants);
    }

    /** Where the headers of all platforms have the const that the cdef lacks, Java may pass text. */
    private List<ResolvedFunction> withText(Map<String, Map<Platform, ConstantValue>> answers) {
        return binding.union().functions().stream()
                .map(function -> {
                    Map<Platform, ConstantValue> answer = answers.remove(TextQuestion.key(function));
                    return answer == null
                            ? function
                            : function.withText(answer.values().stream()
                                    .mapToLong(ConstantValue::bits)
                                    .reduce(-1, (one, other) -> one & other));
                })
                .toList();
    }

    private TypedefTags tags() {
        return TypedefTags.of(binding.variants().stream()
                .flatMap(variant -> variant.binding().typedefs().stream())
                .distinct());
    }

    private static void refuseBrokenPreamble(Map<Platform, ProbeResult> results) throws PreambleException {
        Map<List<ClangMessage>, Set<Platform>> broken = new LinkedHashMap<>();
        results.forEach((platform, result) -> {
            if (result instanceof Refused refused) {
                List<ClangMessage> outside = refused.errors().stream()
                        .filter(error -> !error.at().file().equals(Probe.FILE))
                        .toList();
                if (!outside.isEmpty()) {
                    broken.computeIfAbsent(outside, key -> new TreeSet<>()).add(platform);
                }
            }
        });
        for (Map.Entry<List<ClangMessage>, Set<Platform>> entry : broken.entrySet()) {
            throw new PreambleException(entry.getKey(), entry.getValue(), results.keySet());
        }
    }

    /** {@code all 8 platforms}, or the names. */
    static String list(Set<Platform> some, Set<Platform> all) {
        return some.size() == all.size() && all.size() > 1
                ? "all " + all.size() + " platforms"
                : some.stream().map(Platform::classifier).collect(Collectors.joining(" "));
    }
}
