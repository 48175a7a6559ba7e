package io.github.cffi4j.build.resolve;

import static io.github.cffi4j.build.resolve.TypeResolver.declaration;
import static io.github.cffi4j.build.resolve.TypeResolver.refuse;

import io.github.cffi4j.build.resolve.TypeResolver.UnsupportedDeclaration;
import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.ParsedCdef;
import io.github.cffi4j.cdef.TagKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves one cdef: looks names up, settles Java's names, and refuses what cannot be bound. */
public final class BindingResolver {
    private final BindingName name;
    private final Scope scope;
    private final TypeResolver types;
    private final CSpelling spelling;
    private final CompositeResolver compositeResolver;
    private final JavaNames functionNames = JavaNames.methods();
    private final JavaNames memberNames;
    private final List<Diagnostic> errors = new ArrayList<>();

    private final List<ResolvedConstant> constants = new ArrayList<>();
    private final List<ResolvedTypedConstant> typedConstants = new ArrayList<>();
    private final List<ResolvedEnum> enums = new ArrayList<>();
    private final List<ResolvedComposite> composites = new ArrayList<>();
    private final List<ResolvedGlobal> globals = new ArrayList<>();
    private final List<ResolvedFunction> functions = new ArrayList<>();

    /** A declaration's resolving, which may refuse it. */
    private interface Step {
        void run() throws UnsupportedDeclaration;
    }

    private BindingResolver(BindingName name, ParsedCdef cdef) {
        this.name = name;
        this.scope = new Scope(cdef, errors);
        this.memberNames = JavaNames.members(name.className());
        this.types = new TypeResolver(scope, memberNames);
        this.compositeResolver = new CompositeResolver(scope, types);
        this.spelling = new CSpelling(scope.anonymousNames());
    }

    /**
     * Resolves a cdef.
     *
     * @throws CdefException with everything that cannot be bound
     */
    public static ResolvedBinding resolve(BindingName name, ParsedCdef cdef) throws CdefException {
        return new BindingResolver(name, cdef).resolve();
    }

    private ResolvedBinding resolve() throws CdefException {
        for (Declaration.Composite composite : scope.composites()) {
            step(() -> compositeResolver.resolve(composite).ifPresent(composites::add));
        }
        for (Declaration.Enumeration enumeration : scope.enums()) {
            addEnum(enumeration);
        }
        for (Declaration.Typedef typedef : scope.typedefs().values()) {
            step(() -> checkTypedef(typedef));
        }
        for (Declaration value : scope.values()) {
            step(() -> addValue(value));
        }
        if (!errors.isEmpty()) {
            throw new CdefException(errors.stream()
                    .distinct()
                    .sorted(Comparator.comparingInt(error -> error.span().start()))
                    .toList());
        }
        types.handles().forEach(composites::add);
        types.undeclaredEnums().forEach(enums::add);
        List<ResolvedInteger> integers = new ArrayList<>();
        types.integers().forEach(integers::add);
        return new ResolvedBinding(
                name, constants, typedConstants, enums, integers, composites, globals, functions, spelling);
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
            constants.add(new ResolvedConstant(
                    macro.name(),
                    memberNames.give(macro.name()),
                    macro.value().map(expression -> expression.span().text()),
                    macro.nameSpan(),
                    declaration(macro.span())));
        } else if (value instanceof Declaration.Constant constant) {
            addConstant(constant);
        } else if (value instanceof Declaration.Function function) {
            addFunction(function);
        } else {
            addVariable((Declaration.Variable) value);
        }
    }

    private void addVariable(Declaration.Variable variable) throws UnsupportedDeclaration {
        if (types.unaliased(variable.type()) instanceof CType.Function type) {
            // typedef int F(int); F f; declares a function.
            addFunction(new Declaration.Function(
                    variable.name(), type, Declaration.Linkage.C, List.of(), variable.nameSpan(), variable.span()));
            return;
        }
        ResolvedType type = types.resolve(variable.type());
        if (type instanceof ResolvedType.Void
                || type instanceof ResolvedType.Composite composite && types.opaque(composite)) {
            throw refuse(
                    variable.nameSpan(),
                    "'" + variable.name() + "' has a type of which only the name is known",
                    "declare its fields, or only '...;' among them");
        }
        globals.add(new ResolvedGlobal(
                variable.name(),
                functionNames.give(variable.name()),
                variable.type(),
                type,
                variable.nameSpan(),
                declaration(variable.span())));
    }

    private void addConstant(Declaration.Constant constant) throws UnsupportedDeclaration {
        ResolvedType type = types.resolve(constant.type());
        if (type instanceof ResolvedType.Array) {
            throw refuse(constant.nameSpan(), "an array constant is a variable", "declare it 'extern'");
        }
        requireComplete(type, constant.type());
        typedConstants.add(new ResolvedTypedConstant(
                constant.name(),
                memberNames.give(constant.name()),
                constant.type(),
                type,
                constant.value().map(expression -> expression.span().text()),
                constant.nameSpan(),
                declaration(constant.span())));
    }

    private void addEnum(Declaration.Enumeration enumeration) {
        String cName = scope.cName(TagKind.ENUM, enumeration.name());
        Optional<String> previous = Optional.empty();
        for (Declaration.Enumerator enumerator : enumeration.enumerators()) {
            Optional<String> claim = EnumeratorClaims.claim(enumerator.value(), previous);
            constants.add(new ResolvedConstant(
                    enumerator.name(),
                    memberNames.give(enumerator.name()),
                    claim,
                    enumerator.nameSpan(),
                    declaration(enumeration.span())));
            previous = Optional.of(enumerator.name());
        }
        enums.add(new ResolvedEnum(
                cName,
                enumeration.enumerators().stream()
                        .map(Declaration.Enumerator::name)
                        .toList(),
                enumeration.nameSpan()));
    }

    private void checkTypedef(Declaration.Typedef typedef) throws UnsupportedDeclaration {
        if (typedef.type() instanceof CType.Inferred || typedef.type() instanceof CType.Unknown) {
            types.resolve(new CType.Named(typedef.name(), Set.of(), typedef.nameSpan()));
        } else if (!(typedef.type() instanceof CType.Pointer pointer && pointer.target() instanceof CType.Unknown)) {
            types.resolve(typedef.type());
        }
    }

    private void addFunction(Declaration.Function function) throws UnsupportedDeclaration {
        if (function.linkage() != Declaration.Linkage.C) {
            throw refuse(
                    function.nameSpan(), "callbacks ('extern \"Java\"') are not supported yet", "leave it out for now");
        }
        JavaNames parameterNames = JavaNames.parameters(name.className());
        List<ResolvedFunction.Parameter> parameters = new ArrayList<>();
        for (CType.Parameter parameter : function.type().parameters()) {
            parameters.add(parameter(parameter, parameterNames, parameters.size()));
        }
        ResolvedType result = types.resolve(function.type().result());
        requireComplete(result, function.type().result());
        functions.add(new ResolvedFunction(
                function.name(),
                functionNames.give(function.name()),
                function.type().result(),
                result,
                parameters,
                function.type().variadic(),
                function.attributes().stream()
                        .anyMatch(attribute -> attribute.name().equals("critical")),
                function.nameSpan(),
                declaration(function.span())));
    }

    private ResolvedFunction.Parameter parameter(CType.Parameter parameter, JavaNames names, int index)
            throws UnsupportedDeclaration {
        CType declared = decayed(parameter.type());
        ResolvedType type = types.resolve(declared);
        requireComplete(type, declared);
        if (type instanceof ResolvedType.Void) {
            throw refuse(parameter.span(), "a parameter cannot be 'void'", "write '(void)' for none");
        }
        String cName = parameter.name().orElse("arg" + (index + 1));
        return new ResolvedFunction.Parameter(
                names.give(cName), declared, type, types.text(declared), parameter.span());
    }

    /** In a parameter list an array is a pointer to its element, and a function a pointer to it. */
    private CType decayed(CType type) {
        CType plain = types.unaliased(type);
        if (plain instanceof CType.Array array) {
            return new CType.Pointer(array.element(), Set.of(), type.span());
        }
        return plain instanceof CType.Function ? new CType.Pointer(type, Set.of(), type.span()) : type;
    }

    private void requireComplete(ResolvedType type, CType declared) throws UnsupportedDeclaration {
        if (type instanceof ResolvedType.Composite composite && types.opaque(composite)) {
            throw refuse(
                    declared.span(),
                    "'" + composite.cName() + "' crosses by value, and only its name is declared",
                    "declare its fields, or only '...;' among them; or use a pointer");
        }
    }
}
