package io.github.cffi4j.compiler.resolve;

import static io.github.cffi4j.compiler.resolve.TypeResolver.declaration;
import static io.github.cffi4j.compiler.resolve.TypeResolver.refuse;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.ConditionalCdef;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.Expression;
import io.github.cffi4j.cdef.TagKind;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.Declared;
import io.github.cffi4j.cdef.model.EnumeratorClaims;
import io.github.cffi4j.cdef.model.ResolvedAlias;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedConstant;
import io.github.cffi4j.cdef.model.ResolvedEnum;
import io.github.cffi4j.cdef.model.ResolvedFloat;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedFunction.Contents;
import io.github.cffi4j.cdef.model.ResolvedGlobal;
import io.github.cffi4j.cdef.model.ResolvedInteger;
import io.github.cffi4j.cdef.model.ResolvedSignature;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.cdef.model.ResolvedTypedConstant;
import io.github.cffi4j.cdef.model.ResolvedTypedef;
import io.github.cffi4j.cdef.model.ResolvedUpcall;
import io.github.cffi4j.cdef.model.Scope;
import io.github.cffi4j.cdef.model.TypedefChains;
import io.github.cffi4j.compiler.resolve.TypeResolver.UnsupportedDeclaration;
import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves what some platforms see of a cdef: looks names up and refuses what cannot be bound. */
final class VariantResolver {
    /** In characters. */
    private static final int LONGEST_ENUM = 400;

    private static final String CRITICAL = "critical";

    /** Behind the name of a variable or constant, in the name of a type that it alone has: both may get names in one scope. */
    private static final String FUNCTION = "_function";

    private final Scope scope;
    private final IncludedTypes included;
    private final TypeResolver types;
    private final TypedefChains chains;
    private final CSpelling spelling;
    private final CompositeResolver compositeResolver;
    private final Mentions mentions = new Mentions();
    private final List<Diagnostic> errors = new ArrayList<>();

    private final Set<Platform> platforms;
    private final List<ResolvedTypedef> typedefs = new ArrayList<>();
    private final List<ResolvedConstant> constants = new ArrayList<>();
    private final List<ResolvedTypedConstant> typedConstants = new ArrayList<>();
    private final List<ResolvedEnum> enums = new ArrayList<>();
    private final List<ResolvedComposite> composites = new ArrayList<>();
    private final List<ResolvedSignature> signatures = new ArrayList<>();
    private final List<ResolvedUpcall> upcalls = new ArrayList<>();
    private final List<ResolvedGlobal> globals = new ArrayList<>();
    private final List<ResolvedFunction> functions = new ArrayList<>();

    /** A declaration's resolving, which may refuse it. */
    private interface Step {
        void run() throws UnsupportedDeclaration;
    }

    /**
     * @param includes what the same platforms see of the bindings it includes, and of those they include
     */
    VariantResolver(ConditionalCdef.Variant variant, List<ResolvedBinding> includes) {
        this.platforms = variant.platforms();
        this.scope = new Scope(variant.cdef(), errors);
        this.included = new IncludedTypes(includes);
        this.types = new TypeResolver(scope, included, mentions);
        this.chains = types.chains();
        this.compositeResolver = new CompositeResolver(scope, included, types);
        this.spelling = new CSpelling(scope.anonymousNames());
    }

    /**
     * Resolves the variant.
     *
     * @throws CdefException with everything that cannot be bound
     */
    ResolvedVariant resolve() throws CdefException {
        // Typedefs first: their names are theirs outside of C, too, whatever places suggest for types without one.
        for (Declaration.Typedef typedef : scope.ownTypedefs()) {
            step(() -> checkTypedef(typedef));
        }
        for (Declaration.Composite composite : scope.ownComposites()) {
            step(() -> compositeResolver.resolve(composite).ifPresent(composites::add));
        }
        for (Declaration.Enumeration enumeration : scope.ownEnums()) {
            addEnum(enumeration);
        }
        for (Declaration value : scope.values()) {
            step(() -> addValue(value));
        }
        addSignatures();
        if (!errors.isEmpty()) {
            throw new CdefException(errors.stream()
                    .distinct()
                    .sorted(Comparator.comparingInt(error -> error.span().start()))
                    .toList());
        }
        addPointerTypes();
        types.handles().forEach(composites::add);
        types.undeclaredEnums().forEach(enums::add);
        enums.addAll(included.usedEnums());
        List<ResolvedInteger> integers = new ArrayList<>();
        types.integers().forEach(integers::add);
        List<ResolvedFloat> floats = new ArrayList<>();
        types.floats().forEach(floats::add);
        List<ResolvedAlias> aliases = new ArrayList<>();
        types.aliases().forEach(aliases::add);
        ResolvedBinding binding = new ResolvedBinding(
                included.used(),
                constants,
                typedConstants,
                enums,
                integers,
                floats,
                composites,
                aliases,
                signatures,
                upcalls,
                globals,
                functions,
                typedefs,
                mentions.all(),
                spelling,
                meaning());
        return new ResolvedVariant(platforms, binding);
    }

    private void step(Step step) {
        try {
            step.run();
        } catch (UnsupportedDeclaration refused) {
            errors.add(refused.diagnostic());
        }
    }

    private void addValue(Declaration value) throws UnsupportedDeclaration {
        if (value instanceof Declaration.Macro macro) {
            mentions.constant(macro.name());
            constants.add(new ResolvedConstant(
                    macro.name(), macro.value().map(Expression::text), macro.nameSpan(), Declared.of(macro)));
        } else if (value instanceof Declaration.Constant constant) {
            addConstant(constant);
        } else if (value instanceof Declaration.Function function) {
            addFunction(function);
        } else {
            addVariable((Declaration.Variable) value);
        }
    }

    private void addVariable(Declaration.Variable variable) throws UnsupportedDeclaration {
        if (chains.unaliased(variable.type()) instanceof CType.Function type) {
            // typedef int F(int); F f; declares a function.
            addFunction(new Declaration.Function(
                    variable.name(), type, Declaration.Linkage.C, List.of(), variable.nameSpan(), variable.span()));
            return;
        }
        types.context(Place.of(variable.name() + FUNCTION));
        ResolvedType type = types.resolve(variable.type());
        TypeResolver.refuseList(type, variable.nameSpan());
        if (type instanceof ResolvedType.Void
                || type instanceof ResolvedType.Composite composite && types.opaque(composite)) {
            throw refuse(
                    variable.nameSpan(),
                    "'" + variable.name() + "' has a type of which only the name is known",
                    "declare its fields, or only '...;' among them");
        }
        mentions.value(variable.name());
        globals.add(new ResolvedGlobal(
                variable.name(),
                variable.type(),
                type,
                chains.constantElements(variable.type()),
                variable.nameSpan(),
                Declared.of(variable)));
    }

    private void addConstant(Declaration.Constant constant) throws UnsupportedDeclaration {
        types.context(Place.of(constant.name() + FUNCTION));
        ResolvedType type = types.resolve(constant.type());
        if (type instanceof ResolvedType.Array) {
            throw refuse(constant.nameSpan(), "an array constant is a variable", "declare it 'extern'");
        }
        requireComplete(type, constant.type());
        mentions.constant(constant.name());
        typedConstants.add(new ResolvedTypedConstant(
                constant.name(),
                constant.type(),
                type,
                constant.value().map(Expression::text),
                constant.nameSpan(),
                Declared.of(constant)));
    }

    private void addEnum(Declaration.Enumeration enumeration) {
        String cName = scope.cName(TagKind.ENUM, enumeration.name());
        List<Optional<String>> claims = EnumeratorClaims.of(enumeration.enumerators());
        for (int i = 0; i < claims.size(); i++) {
            Declaration.Enumerator enumerator = enumeration.enumerators().get(i);
            mentions.constant(enumerator.name());
            constants.add(new ResolvedConstant(
                    enumerator.name(),
                    claims.get(i),
                    enumerator.nameSpan(),
                    Declared.of(enumDeclaration(enumeration, enumerator), enumerator.comment())));
        }
        enums.add(new ResolvedEnum(
                cName,
                enumeration.enumerators().stream()
                        .map(Declaration.Enumerator::name)
                        .toList(),
                enumeration.nameSpan()));
    }

    /** The whole enum says most; a long one would be repeated with each of its enumerators. */
    private static String enumDeclaration(Declaration.Enumeration enumeration, Declaration.Enumerator enumerator) {
        int length = enumeration.span().end() - enumeration.span().start();
        return length <= LONGEST_ENUM
                ? declaration(enumeration.span())
                : "enum { ..., " + enumerator.name() + ", ... }";
    }

    private void checkTypedef(Declaration.Typedef typedef) throws UnsupportedDeclaration {
        if (!(chains.unaliased(typedef.type()) instanceof CType.Function)) {
            ResolvedType type = types.resolve(new CType.Named(typedef.name(), Set.of(), typedef.nameSpan()));
            typedefs.add(new ResolvedTypedef(typedef.name(), typedef.type(), type, typedef.nameSpan()));
            types.noteAlias(typedef, type);
        }
    }

    private void addFunction(Declaration.Function function) throws UnsupportedDeclaration {
        if (function.linkage() != Declaration.Linkage.C) {
            addUpcall(function);
            return;
        }
        for (Declaration.Attribute attribute : function.attributes()) {
            if (!attribute.name().equals(CRITICAL)) {
                throw refuse(
                        attribute.span(),
                        "there is no attribute 'ffi::" + attribute.name() + "'",
                        "write [[ffi::critical]], or remove it");
            }
        }
        List<ResolvedFunction.Parameter> parameters = parameters(function.type(), Place.of(function.name()));
        if (function.type().variadic()) {
            VariadicLimits.check(function.name(), platforms, function.nameSpan());
            VariadicLimits.check(parameters);
        }
        mentions.value(function.name());
        functions.add(new ResolvedFunction(
                function.name(),
                function.type(),
                types.aliased(function.type().result(), result(function.type(), Place.of(function.name()))),
                parameters,
                function.attributes().stream()
                        .anyMatch(attribute -> attribute.name().equals(CRITICAL)),
                function.nameSpan(),
                Declared.of(function),
                List.of()));
    }

    private void addUpcall(Declaration.Function function) throws UnsupportedDeclaration {
        if (function.type().variadic()) {
            throw refuse(
                    function.nameSpan(),
                    "Java cannot implement a variadic function",
                    "write it in C, in the preamble, and have it call one that takes a va_list or fixed parameters");
        }
        mentions.callback(function.name());
        mentions.value(function.name());
        upcalls.add(new ResolvedUpcall(
                function.name(),
                function.linkage() == Declaration.Linkage.JAVA_AND_C,
                function.type(),
                result(function.type(), Place.of(function.name())),
                parameters(function.type(), Place.of(function.name())),
                function.nameSpan(),
                Declared.of(function),
                List.of()));
    }

    private void addPointerTypes() {
        PointerTypes pointers = new PointerTypes(meaning(), included, signatures);
        signatures.replaceAll(each -> each.alike(pointers.like(each)));
        functions.replaceAll(each -> each.pointedToBy(pointers.of(each.function(), each.parameters())));
        upcalls.replaceAll(each -> each.pointedToBy(pointers.of(each.function(), each.parameters())));
    }

    private CSpelling meaning() {
        return new CSpelling(scope.anonymousNames(), scope.aliases());
    }

    /** Looking one up may meet others. */
    private void addSignatures() {
        for (Optional<Signatures.Pending> next = types.signatures().next();
                next.isPresent();
                next = types.signatures().next()) {
            Signatures.Pending met = next.get();
            step(() -> signatures.add(new ResolvedSignature(
                    met.place().key(),
                    met.place().name(),
                    met.pointer(),
                    met.named(),
                    met.function(),
                    result(met.function(), met.place().inside()),
                    parameters(withList(met.function()), met.place().inside()),
                    met.span(),
                    met.declaration(),
                    List.of())));
        }
    }

    /** Returns the function with a va_list for '...': Java passes those arguments on as one. */
    private static CType.Function withList(CType.Function function) {
        if (!function.variadic()) {
            return function;
        }
        List<CType.Parameter> parameters = new ArrayList<>(function.parameters());
        parameters.add(new CType.Parameter(
                Optional.of("arguments"), new CType.Named("va_list", Set.of(), function.span()), function.span()));
        return new CType.Function(function.result(), parameters, false, function.convention(), function.span());
    }

    private ResolvedType result(CType.Function function, Place place) throws UnsupportedDeclaration {
        types.context(place.part("result"));
        ResolvedType result = types.resolve(function.result());
        requireComplete(result, function.result());
        return result;
    }

    private List<ResolvedFunction.Parameter> parameters(CType.Function function, Place place)
            throws UnsupportedDeclaration {
        List<ResolvedFunction.Parameter> parameters = new ArrayList<>();
        for (CType.Parameter parameter : chains.parameters(function)) {
            parameters.add(parameter(parameter, place, parameters.size()));
        }
        return parameters;
    }

    private ResolvedFunction.Parameter parameter(CType.Parameter parameter, Place function, int index)
            throws UnsupportedDeclaration {
        String cName = parameter.name().orElse("arg" + (index + 1));
        CType declared = decayed(parameter.type());
        types.context(function.part(cName));
        ResolvedType type = types.resolve(declared);
        if (!(type instanceof ResolvedType.Composite list && list.argumentList())) {
            requireComplete(type, declared);
        }
        if (type instanceof ResolvedType.Void) {
            throw refuse(parameter.span(), "a parameter cannot be 'void'", "write '(void)' for none");
        }
        Contents contents = new PointerContents(chains).of(declared);
        // Text may end long before the array that C has for it.
        Optional<CType> array = contents == Contents.TEXT ? Optional.empty() : sized(parameter.type());
        return new ResolvedFunction.Parameter(cName, declared, type, contents, array, parameter.span());
    }

    private Optional<CType> sized(CType declared) {
        return chains.unaliased(declared) instanceof CType.Array array
                        && array.length() instanceof CType.ArrayLength.Fixed fixed
                        && scope.constant(fixed.expression())
                ? Optional.of(array)
                : Optional.empty();
    }

    /** In a parameter list an array is a pointer to its element, and a function a pointer to it. */
    private CType decayed(CType type) {
        CType plain = chains.unaliased(type);
        if (plain instanceof CType.Array array) {
            return new CType.Pointer(array.element(), Set.of(), type.span());
        }
        return plain instanceof CType.Function ? new CType.Pointer(type, Set.of(), type.span()) : type;
    }

    private void requireComplete(ResolvedType type, CType declared) throws UnsupportedDeclaration {
        TypeResolver.refuseList(type, declared.span());
        if (type instanceof ResolvedType.Composite composite && types.opaque(composite)) {
            throw refuse(
                    declared.span(),
                    "'" + composite.cName() + "' crosses by value, and only its name is declared",
                    "declare its fields, or only '...;' among them; or use a pointer"
                            // A struct is none.
                            + (composite.cName().contains(" ")
                                    ? ""
                                    : "; if it is a va_list, write 'typedef va_list " + composite.cName() + ";'"));
        }
    }
}
