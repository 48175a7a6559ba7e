package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.ConditionalBinding.Variant;
import io.github.cffi4j.cdef.model.PredefinedTypedefs;
import io.github.cffi4j.cdef.model.ResolvedAlias;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedComposite.Field;
import io.github.cffi4j.cdef.model.ResolvedConstant;
import io.github.cffi4j.cdef.model.ResolvedEnum;
import io.github.cffi4j.cdef.model.ResolvedFloat;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedGlobal;
import io.github.cffi4j.cdef.model.ResolvedIncludes;
import io.github.cffi4j.cdef.model.ResolvedInteger;
import io.github.cffi4j.cdef.model.ResolvedSignature;
import io.github.cffi4j.cdef.model.ResolvedTypedConstant;
import io.github.cffi4j.cdef.model.ResolvedTypedef;
import io.github.cffi4j.cdef.model.ResolvedUpcall;
import io.github.cffi4j.platform.Platform;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Puts the variants of a binding together to what Java sees, and finds what Java cannot see as one. */
final class VariantMerger {
    private final List<ResolvedVariant> variants;
    private final Set<Platform> all;
    private final Set<Diagnostic> clashes = new LinkedHashSet<>();
    private final Map<String, Set<Platform>> having = new HashMap<>();
    private final Map<String, Met> met = new HashMap<>();

    /**
     * What was met first under a key.
     *
     * @param kind in words
     */
    record Met(String kind, Span span) {}

    /** How things of one kind are put together. */
    private record Kind<T>(
            String name,
            Function<ResolvedBinding, List<T>> list,
            Function<T, String> key,
            Function<T, Span> span,
            PlatformClash.Finder<T> clash) {}

    VariantMerger(List<ResolvedVariant> variants, Set<Platform> all) {
        this.variants = variants;
        this.all = all;
    }

    /** What variants say differently of the same thing. */
    List<Diagnostic> clashes() {
        return clashes.stream()
                .sorted(Comparator.comparingInt(clash -> clash.span().start()))
                .toList();
    }

    ConditionalBinding merge() {
        List<Variant> parts = variants.stream()
                .map(variant -> new Variant(variant.platforms(), variant.binding()))
                .toList();
        ResolvedBinding first = variants.get(0).binding();
        if (variants.size() == 1) {
            return new ConditionalBinding(first, parts, Map.of());
        }
        compareTypedefs();
        if (!clashes.isEmpty()) {
            // What uses these types would only repeat it.
            return new ConditionalBinding(first, parts, Map.of());
        }
        ResolvedBinding union = union(first);
        having.values().removeIf(all::equals);
        return new ConditionalBinding(union, parts, having);
    }

    private ResolvedBinding union(ResolvedBinding first) {
        return new ResolvedBinding(
                includes(),
                merged(new Kind<>(
                        "a constant",
                        ResolvedBinding::constants,
                        ResolvedConstant::cName,
                        ResolvedConstant::nameSpan,
                        PlatformClash::never)),
                merged(new Kind<>(
                        "a typed constant",
                        ResolvedBinding::typedConstants,
                        ResolvedTypedConstant::cName,
                        ResolvedTypedConstant::nameSpan,
                        PlatformClash::typedConstants)),
                enums(),
                integers(),
                floats(),
                composites(),
                aliases(),
                signatures(),
                upcalls(),
                merged(new Kind<>(
                        "a variable",
                        ResolvedBinding::globals,
                        ResolvedGlobal::cName,
                        ResolvedGlobal::nameSpan,
                        PlatformClash::globals)),
                functions(),
                first.typedefs(),
                variants.stream()
                        .flatMap(variant -> variant.binding().mentions().stream())
                        .distinct()
                        .toList(),
                new CSpelling(expressions(ResolvedBinding::spelling, CSpelling::anonymous)),
                new CSpelling(
                        expressions(ResolvedBinding::meaning, CSpelling::anonymous),
                        expressions(ResolvedBinding::meaning, CSpelling::expansions)));
    }

    private List<ResolvedSignature> signatures() {
        Map<String, List<String>> alike =
                everywhere(ResolvedBinding::signatures, ResolvedSignature::id, ResolvedSignature::alike);
        return merged(new Kind<>(
                        "a function pointer",
                        ResolvedBinding::signatures,
                        each -> ConditionalBinding.signature(each.id()),
                        ResolvedSignature::nameSpan,
                        PlatformClash::signatures))
                .stream()
                .map(each -> each.alike(alike.get(each.id())))
                .toList();
    }

    private List<ResolvedUpcall> upcalls() {
        Map<String, List<String>> pointers =
                everywhere(ResolvedBinding::upcalls, ResolvedUpcall::cName, ResolvedUpcall::pointerTypes);
        return merged(new Kind<>(
                        "a callback",
                        ResolvedBinding::upcalls,
                        ResolvedUpcall::cName,
                        ResolvedUpcall::nameSpan,
                        PlatformClash::upcalls))
                .stream()
                .map(each -> each.pointedToBy(pointers.get(each.cName())))
                .toList();
    }

    private List<ResolvedFunction> functions() {
        Map<String, List<String>> pointers =
                everywhere(ResolvedBinding::functions, ResolvedFunction::cName, ResolvedFunction::pointerTypes);
        return merged(new Kind<>(
                        "a function",
                        ResolvedBinding::functions,
                        ResolvedFunction::cName,
                        ResolvedFunction::nameSpan,
                        PlatformClash::functions))
                .stream()
                .map(each -> each.pointedToBy(pointers.get(each.cName())))
                .toList();
    }

    /** The types of function pointers that things of one kind go with wherever they are, by the things' names. */
    private <T> Map<String, List<String>> everywhere(
            Function<ResolvedBinding, List<T>> all, Function<T, String> key, Function<T, List<String>> types) {
        Map<String, List<String>> everywhere = new HashMap<>();
        for (ResolvedVariant variant : variants) {
            for (T one : all.apply(variant.binding())) {
                everywhere.merge(key.apply(one), types.apply(one), (before, here) -> before.stream()
                        .filter(here::contains)
                        .toList());
            }
        }
        return everywhere;
    }

    private ResolvedIncludes includes() {
        Map<String, ResolvedComposite> composites = new LinkedHashMap<>();
        Map<String, ResolvedConstant> constants = new LinkedHashMap<>();
        for (ResolvedVariant variant : variants) {
            for (ResolvedComposite each : variant.binding().includes().composites()) {
                meet(each.cName(), "a type", each.nameSpan(), variant);
                composites.putIfAbsent(each.cName(), each);
            }
            variant.binding().includes().constants().forEach(each -> constants.putIfAbsent(each.cName(), each));
        }
        return new ResolvedIncludes(List.copyOf(composites.values()), List.copyOf(constants.values()));
    }

    /** The first of each, compared with the others. */
    private <T> List<T> merged(Kind<T> kind) {
        Map<String, T> firsts = new LinkedHashMap<>();
        for (ResolvedVariant variant : variants) {
            for (T each : kind.list().apply(variant.binding())) {
                String key = kind.key().apply(each);
                meet(key, kind.name(), kind.span().apply(each), variant);
                T first = firsts.putIfAbsent(key, each);
                if (first != null) {
                    compare(first, each, kind.span(), kind.clash());
                }
            }
        }
        return List.copyOf(firsts.values());
    }

    private void meet(String key, String kind, Span span, ResolvedVariant variant) {
        addPlatforms(key, variant);
        Met first = met.putIfAbsent(key, new Met(kind, span));
        if (first != null && !first.kind().equals(kind)) {
            compare(first, new Met(kind, span), Met::span, (one, other) -> PlatformClash.kinds(key, one, other));
        }
    }

    private void addPlatforms(String key, ResolvedVariant variant) {
        having.computeIfAbsent(key, any -> EnumSet.noneOf(Platform.class)).addAll(variant.platforms());
    }

    /** A clash stands at the later of the two. */
    private <T> void compare(T one, T other, Function<T, Span> span, PlatformClash.Finder<T> finder) {
        boolean inOrder = span.apply(one).start() <= span.apply(other).start();
        (inOrder ? finder.find(one, other) : finder.find(other, one)).ifPresent(clashes::add);
    }

    private void compareTypedefs() {
        Map<String, ResolvedTypedef> firsts = new HashMap<>();
        for (ResolvedVariant variant : variants) {
            for (ResolvedTypedef typedef : variant.binding().typedefs()) {
                ResolvedTypedef first = firsts.putIfAbsent(typedef.cName(), typedef);
                if (first != null) {
                    compare(first, typedef, ResolvedTypedef::nameSpan, PlatformClash::typedefs);
                }
            }
        }
    }

    private List<ResolvedEnum> enums() {
        Map<String, ResolvedEnum> enums = new LinkedHashMap<>();
        for (ResolvedVariant variant : variants) {
            for (ResolvedEnum each : variant.binding().enums()) {
                if (!each.cName().isEmpty()) {
                    meet(each.cName(), "an enum", each.nameSpan(), variant);
                }
                enums.merge(each.cName(), each, (first, other) -> {
                    Set<String> enumerators = new LinkedHashSet<>(first.enumerators());
                    enumerators.addAll(other.enumerators());
                    return new ResolvedEnum(first.cName(), List.copyOf(enumerators), first.nameSpan());
                });
            }
        }
        return List.copyOf(enums.values());
    }

    /**
     * Those that C itself has are there on all platforms, whether their declarations use them or not; those of Windows where
     * they are used.
     */
    private List<ResolvedInteger> integers() {
        Map<String, ResolvedInteger> integers = new LinkedHashMap<>();
        for (ResolvedVariant variant : variants) {
            for (ResolvedInteger each : variant.binding().integers()) {
                String name = each.type().cName();
                each.nameSpan().ifPresent(span -> meet(name, "a type", span, variant));
                if (PredefinedTypedefs.ofWindows(name)) {
                    addPlatforms(name, variant);
                }
                integers.merge(
                        name,
                        each,
                        (first, other) -> new ResolvedInteger(
                                first.type(), first.behindPointer() || other.behindPointer(), first.nameSpan()));
            }
        }
        return List.copyOf(integers.values());
    }

    private List<ResolvedFloat> floats() {
        Map<String, ResolvedFloat> floats = new LinkedHashMap<>();
        for (ResolvedVariant variant : variants) {
            for (ResolvedFloat each : variant.binding().floats()) {
                each.nameSpan().ifPresent(span -> meet(each.type().cName(), "a type", span, variant));
                floats.merge(
                        each.type().cName(),
                        each,
                        (first, other) -> new ResolvedFloat(
                                first.type(), first.behindPointer() || other.behindPointer(), first.nameSpan()));
            }
        }
        return List.copyOf(floats.values());
    }

    /** A struct has the fields of all variants; where only its name is known, it lacks them all. */
    private List<ResolvedComposite> composites() {
        Map<String, ResolvedComposite> composites = new LinkedHashMap<>();
        for (ResolvedVariant variant : variants) {
            for (ResolvedComposite each : variant.binding().composites()) {
                if (each.complete()) {
                    meet(each.cName(), "a type", each.nameSpan(), variant);
                    each.fields()
                            .forEach(field -> meet(
                                    ConditionalBinding.field(each.cName(), field.cName()),
                                    "field",
                                    field.nameSpan(),
                                    variant));
                }
                ResolvedComposite first = composites.get(each.cName());
                composites.put(each.cName(), first == null ? each : union(first, each));
            }
        }
        return List.copyOf(composites.values());
    }

    private List<ResolvedAlias> aliases() {
        Map<String, ResolvedAlias> aliases = new LinkedHashMap<>();
        variants.forEach(
                variant -> variant.binding().aliases().forEach(alias -> aliases.putIfAbsent(alias.cName(), alias)));
        return List.copyOf(aliases.values());
    }

    private ResolvedComposite union(ResolvedComposite first, ResolvedComposite other) {
        compare(first, other, ResolvedComposite::nameSpan, PlatformClash::composites);
        if (!first.complete() || !other.complete()) {
            return first.complete() ? first : other;
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        first.fields().forEach(field -> fields.put(field.cName(), field));
        for (Field field : other.fields()) {
            Field before = fields.putIfAbsent(field.cName(), field);
            if (before != null) {
                compare(
                        before,
                        field,
                        Field::nameSpan,
                        (one, later) -> PlatformClash.fields(first.cName(), one, later));
            }
        }
        return new ResolvedComposite(
                first.kind(),
                first.cName(),
                first.completeness(),
                List.copyOf(fields.values()),
                first.layout(),
                first.pack(),
                first.record() || other.record(),
                first.nameSpan(),
                first.declaration().and(other.declaration()));
    }

    private <V> Map<String, V> expressions(
            Function<ResolvedBinding, CSpelling> spelling, Function<CSpelling, Map<String, V>> map) {
        Map<String, V> union = new HashMap<>();
        variants.forEach(variant -> map.apply(spelling.apply(variant.binding())).forEach(union::putIfAbsent));
        return union;
    }
}
