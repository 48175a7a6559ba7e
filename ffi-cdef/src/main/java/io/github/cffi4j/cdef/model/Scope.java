package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.Expression;
import io.github.cffi4j.cdef.IncludedCdef;
import io.github.cffi4j.cdef.ParsedCdef;
import io.github.cffi4j.cdef.TagKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names a cdef declares, each looked up in constant time. What is declared twice must be declared alike. */
public final class Scope {
    private static final Set<String> ARGUMENT_LISTS = Set.of("va_list", "__builtin_va_list", "__gnuc_va_list");

    private final Map<String, Declaration.Typedef> typedefs = new LinkedHashMap<>();
    private final Map<String, Declaration.Composite> composites = new LinkedHashMap<>();
    private final Map<String, Declaration.Enumeration> enums = new LinkedHashMap<>();
    private final Map<String, Declaration> values = new LinkedHashMap<>();
    private final Map<String, Declaration.Enumerator> enumerators = new LinkedHashMap<>();
    /** The first typedef that names a struct, union or enum directly, by its tag. */
    private final Map<String, String> typedefOfTag = new LinkedHashMap<>();
    /** The first typedef of a pointer to a struct or union, by its tag. */
    private final Map<String, String> typedefOfPointer = new LinkedHashMap<>();

    /** Types of included cdefs: looked up here, generated there. */
    private final Set<Declaration> included = Collections.newSetFromMap(new IdentityHashMap<>());

    private final AnonymousTypes anonymous;
    private final Redeclaration redeclaration = new Redeclaration(typedefs);

    /**
     * @param errors gets what is declared twice, and not alike
     */
    public Scope(ParsedCdef cdef, List<Diagnostic> errors) {
        List<Declaration> all = new ArrayList<>();
        addIncluded(cdef.includes(), all, new HashSet<>());
        included.addAll(all);
        all.addAll(cdef.declarations());
        // No lambdas here: the first ones cost a program that reads a cdef at run time tens of milliseconds.
        for (Iterator<Declaration> each = all.iterator(); each.hasNext(); ) {
            if (argumentList(each.next())) {
                each.remove();
            }
        }
        for (Declaration declaration : all) {
            redeclaration.note(declaration);
            if (declaration instanceof Declaration.Typedef typedef) {
                declare(typedefs, typedef.name(), typedef, errors);
                if (typedef.type() instanceof CType.Tagged tagged) {
                    typedefOfTag.putIfAbsent(key(tagged), typedef.name());
                } else if (typedef.type() instanceof CType.Pointer pointer
                        && pointer.target() instanceof CType.Tagged tagged) {
                    typedefOfPointer.putIfAbsent(key(tagged), typedef.name());
                }
            } else if (declaration instanceof Declaration.Composite composite) {
                declareComposite(composite, errors);
            } else if (declaration instanceof Declaration.Enumeration enumeration) {
                declare(enums, enumeration.name(), enumeration, errors);
            } else {
                declare(values, declaration.name(), declaration, errors);
            }
        }
        for (Declaration.Enumeration enumeration : enums.values()) {
            for (Declaration.Enumerator enumerator : enumeration.enumerators()) {
                declare(enumerator, errors);
            }
        }
        this.anonymous = AnonymousTypes.of(all, this);
    }

    /** Returns true for a typedef of {@code va_list}: that is C's own type, whatever a cdef knows of it. */
    private static boolean argumentList(Declaration declaration) {
        return declaration instanceof Declaration.Typedef typedef && argumentList(typedef.name());
    }

    /** Returns true for the names of {@code va_list}. */
    public static boolean argumentList(String name) {
        return ARGUMENT_LISTS.contains(name);
    }

    private void addIncluded(List<IncludedCdef> includes, List<Declaration> types, Set<String> seen) {
        for (IncludedCdef include : includes) {
            if (seen.add(include.path())) {
                addIncluded(include.cdef().includes(), types, seen);
                include.cdef().declarations().forEach(redeclaration::note);
                include.cdef().declarations().stream()
                        .filter(declaration -> declaration instanceof Declaration.Typedef
                                || declaration instanceof Declaration.Composite
                                || declaration instanceof Declaration.Enumeration)
                        .forEach(types::add);
            }
        }
    }

    /** Evaluates constant expressions where types are what a platform makes of them. */
    public ConstantEvaluator evaluator(TypeFacts facts) {
        return redeclaration.evaluator(facts);
    }

    /** Returns a type with typedefs followed; one that the compiler completes has its name only. */
    public CType meant(CType type) {
        return redeclaration.meant(type);
    }

    /** Returns the type that a name stands for: by a typedef of the cdef, or in Windows' headers. */
    public Optional<CType> meaning(CType.Named named) {
        Declaration.Typedef typedef = typedefs.get(named.name());
        return typedef != null ? Optional.of(typedef.type()) : WindowsTypes.named(named.name());
    }

    /** The declaration of an enum, where the cdef has it. */
    public Optional<Declaration.Enumeration> enumeration(CType.Tagged tagged) {
        return Optional.ofNullable(enums.get(tagged.tag()));
    }

    /** The values of constant expressions, as far as the cdef tells them. */
    public ConstantValues constants() {
        return redeclaration.constants();
    }

    public Map<String, Declaration.Typedef> typedefs() {
        return typedefs;
    }

    /** The cdef's own typedefs. */
    public Iterable<Declaration.Typedef> ownTypedefs() {
        return own(typedefs);
    }

    /** The cdef's own structs and unions. */
    public Iterable<Declaration.Composite> ownComposites() {
        return own(composites);
    }

    /** The cdef's own enums. */
    public Iterable<Declaration.Enumeration> ownEnums() {
        return own(enums);
    }

    private <D extends Declaration> List<D> own(Map<String, D> declarations) {
        List<D> own = new ArrayList<>();
        for (D declaration : declarations.values()) {
            if (!included.contains(declaration)) {
                own.add(declaration);
            }
        }
        return own;
    }

    public Iterable<Declaration> values() {
        return values.values();
    }

    public boolean declaresEnum(CType.Tagged tagged) {
        return enums.containsKey(tagged.tag());
    }

    public Declaration.Composite composite(CType.Tagged tagged) {
        return composites.get(key(tagged));
    }

    /** The fields of a struct or union, where the cdef has them. */
    public Optional<Declaration.Body> body(CType.Tagged tagged) {
        Declaration.Composite composite = composite(tagged);
        return composite == null ? Optional.empty() : composite.body();
    }

    /** How C spells a tagged type: by its tag, a typedef or what holds it; nothing where C cannot. */
    public String cName(TagKind kind, String tag) {
        return CType.Tagged.anonymous(tag) ? anonymous.cName(tag) : kind.keyword() + " " + tag;
    }

    /** Returns true if C reaches a tagged type as const only, so that nobody can assign to its fields. */
    public boolean constant(String tag) {
        return anonymous.constant(tag);
    }

    /**
     * The name people use: a typedef's where there is one, else the tag, else that of what holds it. A handle that only has a
     * typedef of the pointer to it ({@code typedef struct GB_Matrix_opaque *GrB_Matrix;}) is called by that:
     * whoever uses it has the pointer only.
     */
    public String familiarName(TagKind kind, String tag) {
        String key = key(kind, tag);
        String named = CType.Tagged.anonymous(tag) ? anonymous.familiarName(tag) : tag;
        Declaration.Composite composite = composites.get(key);
        if (composite == null || composite.body().isEmpty()) {
            named = typedefOfPointer.getOrDefault(key, named);
        }
        return typedefOfTag.getOrDefault(key, named);
    }

    /** The typedef that names a tagged type directly. */
    public Optional<String> typedefOf(TagKind kind, String tag) {
        return Optional.ofNullable(typedefOfTag.get(key(kind, tag)));
    }

    /** The C names of the types without a tag, for writing C. */
    public Map<String, String> anonymousNames() {
        return anonymous.cNames();
    }

    /** What the typedefs stand for, of those that C code may do without. */
    public Map<String, CType> aliases() {
        Map<String, CType> aliases = new HashMap<>();
        for (Declaration.Typedef typedef : typedefs.values()) {
            if (!namesItself(typedef.type())) {
                aliases.put(typedef.name(), typedef.type());
            }
        }
        return aliases;
    }

    /**
     * Returns true if a typedef of the type must be written by its name: only the compiler knows all of the type.
     */
    private static boolean namesItself(CType type) {
        if (type instanceof CType.Pointer pointer) {
            return namesItself(pointer.target());
        } else if (type instanceof CType.Array array) {
            return leftToCompiler(array);
        }
        return type instanceof CType.Unknown || type instanceof CType.Inferred;
    }

    private static boolean leftToCompiler(CType type) {
        return type instanceof CType.Array array
                && (array.length() instanceof CType.ArrayLength.FromCompiler || leftToCompiler(array.element()));
    }

    /** Returns true if an expression has no names but those of macros and enumerators: parameters are other names. */
    public boolean constant(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return enumerators.containsKey(name.name()) || values.get(name.name()) instanceof Declaration.Macro;
        } else if (expression instanceof Expression.Unary unary) {
            return constant(unary.operand());
        } else if (expression instanceof Expression.Binary binary) {
            return constant(binary.left()) && constant(binary.right());
        }
        return expression instanceof Expression.Literal;
    }

    private void declareComposite(Declaration.Composite composite, List<Diagnostic> errors) {
        String key = key(composite.kind(), composite.name());
        Declaration.Composite before = composites.get(key);
        if (before == null || before.body().isEmpty()) {
            composites.put(key, composite);
        } else if (composite.body().isPresent()) {
            errors.add(Diagnostic.of(
                    composite.nameSpan(),
                    "'" + key + "' has a body already, at " + before.nameSpan().position(),
                    "keep one of the two"));
        }
    }

    /** Enumerators stand among the functions, variables and constants. */
    private void declare(Declaration.Enumerator enumerator, List<Diagnostic> errors) {
        String name = enumerator.name();
        Optional.ofNullable(values.get(name))
                .map(Declaration::nameSpan)
                .or(() -> Optional.ofNullable(enumerators.get(name)).map(Declaration.Enumerator::nameSpan))
                .ifPresent(before -> errors.add(Diagnostic.of(
                        enumerator.nameSpan(),
                        "'" + name + "' is declared already, at " + before.position(),
                        "keep one of the two")));
        enumerators.put(name, enumerator);
    }

    private <D extends Declaration> void declare(
            Map<String, D> into, String name, D declaration, List<Diagnostic> errors) {
        D before = into.putIfAbsent(name, declaration);
        if (before == null) {
            return;
        }
        Optional<Declaration> merged = redeclaration.merged(before, declaration);
        if (merged.isEmpty()) {
            errors.add(Diagnostic.of(
                    declaration.nameSpan(),
                    "'" + name + "' is declared differently at "
                            + before.nameSpan().position(),
                    "declare it once, or both times alike"));
        } else if (merged.get() == declaration && !included.contains(before)) {
            into.put(name, declaration);
        }
    }

    private static String key(CType.Tagged tagged) {
        return key(tagged.kind(), tagged.tag());
    }

    private static String key(TagKind kind, String tag) {
        return kind.keyword() + " " + tag;
    }
}
