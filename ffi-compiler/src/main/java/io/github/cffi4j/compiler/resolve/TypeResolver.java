package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.TagKind;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.Declared;
import io.github.cffi4j.cdef.model.Mention;
import io.github.cffi4j.cdef.model.PredefinedTypedefs;
import io.github.cffi4j.cdef.model.ResolvedAlias;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedEnum;
import io.github.cffi4j.cdef.model.ResolvedFloat;
import io.github.cffi4j.cdef.model.ResolvedInteger;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.cdef.model.ResolvedType.PlatformFloat;
import io.github.cffi4j.cdef.model.ResolvedType.PlatformInteger;
import io.github.cffi4j.cdef.model.Scope;
import io.github.cffi4j.cdef.model.TypedefChains;
import io.github.cffi4j.cdef.model.WindowsTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks types up. Remembers which integers of platform width and which undeclared structs it met, and mentions what needs a
 * name.
 */
final class TypeResolver {
    /** Deeper chains of typedefs and pointers than people write; keeps a cycle from running for ever. */
    private static final int MAX_DEPTH = 100;

    private final Scope scope;
    private final TypedefChains chains;
    private final Mentions mentions;
    private final Map<String, ResolvedInteger> integers = new LinkedHashMap<>();
    private final Map<String, ResolvedFloat> floats = new LinkedHashMap<>();
    private final Map<String, ResolvedComposite> handles = new LinkedHashMap<>();

    /** Further names of structs and handles, by typedef. */
    private final Map<String, ResolvedAlias> aliases = new LinkedHashMap<>();

    /** Enums met so far that the cdef only names. */
    private final Map<String, ResolvedEnum> undeclaredEnums = new LinkedHashMap<>();

    private final IncludedTypes included;
    private final Signatures signatures;
    private final CSpelling spelling;
    private Place context = Place.of("callback");

    TypeResolver(Scope scope, IncludedTypes included, Mentions mentions) {
        this.included = included;
        this.mentions = mentions;
        this.signatures = new Signatures(included, mentions);
        this.spelling = new CSpelling(scope.anonymousNames());
        this.scope = scope;
        this.chains = new TypedefChains(scope);
    }

    /** Integers of platform width met so far. */
    Iterable<ResolvedInteger> integers() {
        return integers.values();
    }

    /** Floating types of platform width met so far. */
    Iterable<ResolvedFloat> floats() {
        return floats.values();
    }

    /** Types met so far of which only the name is known. */
    Iterable<ResolvedComposite> handles() {
        return handles.values();
    }

    /** Further names of structs and handles. */
    Iterable<ResolvedAlias> aliases() {
        return aliases.values();
    }

    /** Notes a typedef that gives a struct or handle of this cdef a name besides that it is known by. */
    void noteAlias(Declaration.Typedef typedef, ResolvedType type) {
        if (type instanceof ResolvedType.Composite composite
                && !included.has(composite.cName())
                && !familiarName(typedef, composite).equalsIgnoreCase(typedef.name())) {
            mentions.type(Mention.alias(typedef.name()), typedef.name());
            aliases.putIfAbsent(
                    typedef.name(), new ResolvedAlias(typedef.name(), composite.cName(), Declared.of(typedef)));
        }
    }

    private String familiarName(Declaration.Typedef typedef, ResolvedType.Composite composite) {
        return chains.unaliased(typedef.type()) instanceof CType.Tagged tagged
                ? scope.familiarName(tagged.kind(), tagged.tag())
                : composite.cName();
    }

    /** A pointer that C returns, as a pointer to the name that the cdef calls its target by. */
    ResolvedType aliased(CType declared, ResolvedType type) {
        if (type instanceof ResolvedType.Pointer pointer
                && pointer.target() instanceof ResolvedType.Composite composite
                && declared instanceof CType.Pointer written
                && written.target() instanceof CType.Named named
                && aliases.containsKey(named.name())) {
            return new ResolvedType.Pointer(new ResolvedType.Composite(composite.cName(), Optional.of(named.name())));
        }
        return type;
    }

    Iterable<ResolvedEnum> undeclaredEnums() {
        return undeclaredEnums.values();
    }

    /** Looks a type up where a value of it is needed. */
    ResolvedType resolve(CType type) throws UnsupportedDeclaration {
        return resolve(type, 0);
    }

    private ResolvedType resolve(CType type, int depth) throws UnsupportedDeclaration {
        if (depth > MAX_DEPTH) {
            throw refuse(type.span(), "this type refers to itself or is nested too deeply", "untie it");
        }
        if (type instanceof CType.Keyword keyword) {
            return noted(PredefinedTypedefs.keyword(keyword.primitive())
                    .orElseThrow(() -> refuse(
                            type.span(),
                            "'" + keyword.primitive().spelling() + "' is not supported yet",
                            "wrap the function in the preamble, with real and imaginary parts apart")));
        } else if (type instanceof CType.Named named) {
            return named(named, depth);
        } else if (type instanceof CType.Tagged tagged) {
            return tagged(tagged);
        } else if (type instanceof CType.Pointer pointer) {
            return pointer(pointer, depth);
        } else if (type instanceof CType.Array array) {
            return new ResolvedType.Array(behindPointer(resolve(array.element(), depth + 1)), length(array.length()));
        } else if (type instanceof CType.Function) {
            throw refuse(type.span(), "a function is not a value", "use a pointer to it: '(*name)'");
        }
        throw refuse(
                type.span(), "'...' stands for a type only in a typedef of its own", "write 'typedef ... name;' first");
    }

    private ResolvedType named(CType.Named named, int depth) throws UnsupportedDeclaration {
        Declaration.Typedef typedef = scope.typedefs().get(named.name());
        if (typedef == null) {
            Optional<CType> windows = WindowsTypes.named(named.name());
            if (windows.isPresent()) {
                return resolve(windows.get(), depth + 1);
            }
            Optional<ResolvedType> predefined = PredefinedTypedefs.named(named.name());
            if (predefined.isPresent() && predefined.get() instanceof ResolvedType.Composite composite) {
                return handle(
                        composite.cName(),
                        composite.cName(),
                        TagKind.STRUCT,
                        named.span(),
                        Declared.of(composite.cName()));
            }
            return noted(predefined.orElseThrow(() ->
                    refuse(named.span(), "'" + named.name() + "' is not supported yet", declareIt(named.name()))));
        }
        if (typedef.type() instanceof CType.Inferred inferred) {
            if (inferred.kind() == CType.InferredKind.FLOATING) {
                return noted(new PlatformFloat(named.name()));
            }
            return noted(new PlatformInteger(named.name()));
        }
        if (typedef.type() instanceof CType.Unknown) {
            return handle(named.name(), named.name(), TagKind.STRUCT, typedef.nameSpan(), Declared.of(typedef));
        }
        if (typedef.type() instanceof CType.Pointer pointer && pointer.target() instanceof CType.Unknown) {
            return new ResolvedType.Pointer(new ResolvedType.Void());
        }
        if (typedef.type() instanceof CType.Pointer pointer
                && chains.unaliased(pointer.target()) instanceof CType.Function function) {
            CType plain = new CType.Named(named.name(), Set.of(), named.span());
            return signature(typedef, plain, function);
        }
        return resolve(typedef.type(), depth + 1);
    }

    private static String declareIt(String name) {
        return name.endsWith("UNICODE_STRING")
                ? "declare it: 'typedef struct { USHORT Length, MaximumLength; PWSTR Buffer; } UNICODE_STRING, *PUNICODE_STRING;'"
                : "declare it, as in 'typedef int... " + name + ";' if it is an integer";
    }

    private ResolvedType tagged(CType.Tagged tagged) throws UnsupportedDeclaration {
        String cName = scope.cName(tagged.kind(), tagged.tag());
        if (cName.isEmpty()) {
            throw refuse(tagged.span(), "C has no name for this type", "give it a tag or a typedef");
        }
        if (tagged.kind() == TagKind.ENUM) {
            included.useEnum(cName);
            if (!scope.declaresEnum(tagged)) {
                undeclaredEnums.putIfAbsent(cName, new ResolvedEnum(cName, List.of(), tagged.span()));
            }
            return new ResolvedType.Enumeration(cName);
        }
        Declaration.Composite composite = scope.composite(tagged);
        String familiar = scope.familiarName(tagged.kind(), tagged.tag());
        if (composite == null || composite.body().isEmpty()) {
            return handle(
                    cName,
                    familiar,
                    tagged.kind(),
                    composite == null ? tagged.span() : composite.nameSpan(),
                    Declared.of(cName + ";", composite == null ? Optional.empty() : composite.comment())
                            .orComment(scope.typedefOf(tagged.kind(), tagged.tag())
                                    .flatMap(typedef ->
                                            scope.typedefs().get(typedef).comment())));
        }
        mention(cName, familiar);
        return new ResolvedType.Composite(cName);
    }

    /** GNU C says {@code [0]} for {@code []}. */
    private CType.ArrayLength length(CType.ArrayLength length) {
        return length instanceof CType.ArrayLength.Fixed fixed
                        && scope.constants()
                                .value(fixed.expression())
                                .filter(value -> value.signum() == 0)
                                .isPresent()
                ? new CType.ArrayLength.Open()
                : length;
    }

    private ResolvedType pointer(CType.Pointer pointer, int depth) throws UnsupportedDeclaration {
        if (chains.unaliased(pointer.target()) instanceof CType.Function function) {
            if (pointer.target() instanceof CType.Named named) {
                return signature(scope.typedefs().get(named.name()), unqualified(pointer), function);
            }
            Place place = context.having(spelling.typeName(new CType.Pointer(function, Set.of(), pointer.span())));
            return signatures.meet(new Signatures.Pending(
                    place,
                    unqualified(pointer),
                    false,
                    function,
                    pointer.span(),
                    Declared.of(spelling.typeName(pointer) + ";")));
        }
        // A pointer to an array is one to its first element.
        ResolvedType target = resolve(pointer.target(), depth + 1).innermost();
        return new ResolvedType.Pointer(behindPointer(target));
    }

    /** A pointer to a function, of a type with a name. */
    private ResolvedType signature(Declaration.Typedef typedef, CType pointer, CType.Function function) {
        return signatures.meet(new Signatures.Pending(
                Place.of(typedef.name()), pointer, true, function, typedef.nameSpan(), Declared.of(typedef)));
    }

    private static CType unqualified(CType.Pointer pointer) {
        return new CType.Pointer(pointer.target(), Set.of(), pointer.span());
    }

    /** Names the types without a name that are met next: those of a parameter, a field, a variable. */
    void context(Place place) {
        context = place;
    }

    /** The typedefs of the cdef. */
    TypedefChains chains() {
        return chains;
    }

    Signatures signatures() {
        return signatures;
    }

    /** Returns true if only the name of a type is known. */
    boolean opaque(ResolvedType.Composite composite) {
        return handles.containsKey(composite.cName()) || included.opaque(composite.cName());
    }

    /** Notes that something points to a type; what is in an array is pointed to as well. */
    private ResolvedType behindPointer(ResolvedType target) {
        if (target instanceof PlatformInteger integer && !included.has(integer.cName())) {
            integers.computeIfPresent(
                    integer.cName(), (name, known) -> new ResolvedInteger(integer, true, known.nameSpan()));
        } else if (target instanceof PlatformFloat floating && !included.has(floating.cName())) {
            floats.computeIfPresent(
                    floating.cName(), (name, known) -> new ResolvedFloat(floating, true, known.nameSpan()));
        }
        return target;
    }

    private ResolvedType handle(String cName, String familiar, TagKind kind, Span span, Declared declaration) {
        if (!included.use(cName)) {
            mentions.type(cName, familiar);
            handles.computeIfAbsent(
                    cName,
                    name -> new ResolvedComposite(
                            kind,
                            cName,
                            ResolvedComposite.Completeness.OPAQUE,
                            List.of(),
                            List.of(),
                            0,
                            false,
                            span,
                            declaration));
        }
        return new ResolvedType.Composite(cName);
    }

    private ResolvedType noted(ResolvedType type) {
        if (type instanceof PlatformInteger integer) {
            if (!integer.standard()) {
                mention(integer.cName(), integer.cName());
            }
            integers.putIfAbsent(integer.cName(), new ResolvedInteger(integer, false, declared(integer.cName())));
        } else if (type instanceof PlatformFloat floating) {
            mention(floating.cName(), floating.cName());
            floats.putIfAbsent(floating.cName(), new ResolvedFloat(floating, false, declared(floating.cName())));
        }
        return type;
    }

    private Optional<Span> declared(String typedef) {
        return Optional.ofNullable(scope.typedefs().get(typedef)).map(Declaration.Typedef::nameSpan);
    }

    /** Notes that a type is mentioned; one of an included cdef has its name there. */
    void mention(String cName, String familiar) {
        if (!included.use(cName)) {
            mentions.type(cName, familiar);
        }
    }

    /** A list of arguments is good while a function runs. */
    static void refuseList(ResolvedType type, Span span) throws UnsupportedDeclaration {
        if (type instanceof ResolvedType.Composite list && list.argumentList()) {
            throw refuse(
                    span,
                    "C passes a '" + list.cName() + "' to functions, and nowhere else",
                    "use a pointer to it, or a C function in the preamble");
        }
    }

    static String declaration(Span span) {
        return span.onOneLine();
    }

    static UnsupportedDeclaration refuse(Span span, String message, String fix) {
        return new UnsupportedDeclaration(Diagnostic.of(span, message, fix));
    }

    /** Carries a diagnostic to where declarations are collected. */
    static final class UnsupportedDeclaration extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Diagnostic diagnostic;

        UnsupportedDeclaration(Diagnostic diagnostic) {
            super(diagnostic.message(), null, false, false);
            this.diagnostic = diagnostic;
        }

        Diagnostic diagnostic() {
            return diagnostic;
        }
    }
}
