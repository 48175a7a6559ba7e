package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.ConditionalCdef;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.PlatformDiagnostics;
import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Resolves a cdef: each variant by itself, then together what Java sees of them all. */
public final class BindingResolver {

    private BindingResolver() {}

    /**
     * Resolves a cdef that includes no others.
     *
     * @throws CdefException with everything that cannot be bound, or not as one class for all platforms
     */
    public static ConditionalBinding resolve(ConditionalCdef cdef) throws CdefException {
        return resolve(cdef, List.of());
    }

    /**
     * Resolves a cdef.
     *
     * @param includes the bindings of the cdefs it includes, and of those they include, on some platform or all
     * @throws CdefException with everything that cannot be bound, or not as one class for all platforms
     */
    public static ConditionalBinding resolve(ConditionalCdef cdef, List<ConditionalBinding> includes)
            throws CdefException {
        Set<Platform> all = EnumSet.noneOf(Platform.class);
        cdef.variants().forEach(variant -> all.addAll(variant.platforms()));
        PlatformDiagnostics errors = new PlatformDiagnostics(all);
        List<ResolvedVariant> resolved = new ArrayList<>();
        for (ConditionalCdef.Variant variant : cdef.variants()) {
            Platform platform = variant.platforms().iterator().next();
            List<ResolvedBinding> seen =
                    includes.stream().map(include -> include.on(platform)).toList();
            try {
                resolved.add(new VariantResolver(variant, seen).resolve());
            } catch (CdefException refused) {
                errors.add(variant.platforms(), refused.diagnostics());
            }
        }
        throwIfAny(errors.all());
        VariantMerger merger = new VariantMerger(resolved, all);
        ConditionalBinding merged = merger.merge();
        throwIfAny(merger.clashes());
        throwIfAny(RecordFields.refused(merged));
        return merged;
    }

    private static void throwIfAny(List<Diagnostic> errors) throws CdefException {
        if (!errors.isEmpty()) {
            throw new CdefException(errors);
        }
    }
}
