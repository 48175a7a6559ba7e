package io.github.cffi4j.build.resolve;

import static io.github.cffi4j.build.resolve.TypeResolver.declaration;
import static io.github.cffi4j.build.resolve.TypeResolver.refuse;

import io.github.cffi4j.build.resolve.TypeResolver.UnsupportedDeclaration;
import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.ParsedCdef;
import io.github.cffi4j.cdef.Qualifier;
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
    private final JavaNames functionNames = JavaNames.methods();
    private final JavaNames memberNames;
    private final List<Diagnostic> errors = new ArrayList<>();

    private final List<ResolvedConstant> constants = new ArrayList<>();
    private final List<ResolvedTypedConstant> typedConstants = new ArrayList<>();
    private final List<ResolvedEnum> enums = new ArrayList<>();
    private final List<ResolvedComposite> composites = new ArrayList<>();
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
            step(() -> addComposite(composite));
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
        return new ResolvedBinding(name, constants, typedConstants, enums, integers, composites, functions, spelling);
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
            throw refuse(
                    value.nameSpan(),
                    "global variables are not supported yet",
                    "read and write it through a function in the preamble");
        }
    }

    private void addConstant(Declaration.Constant constant) throws UnsupportedDeclaration {
        ResolvedType type = types.resolve(constant.type());
        if (type instanceof ResolvedType.Composite || type instanceof ResolvedType.Array) {
            throw refuse(
                    constant.nameSpan(),
                    "constants of a struct or array type are not supported yet",
                    "return its address from a function in the preamble");
        }
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

    private void addComposite(Declaration.Composite composite) throws UnsupportedDeclaration {
        if (composite.body().isEmpty()) {
            return;
        }
        String cName = scope.cName(composite.kind(), composite.name());
        if (cName.isEmpty()) {
            throw refuse(
                    composite.nameSpan(),
                    "a " + composite.kind().keyword() + " without a name is not supported yet",
                    "give it a tag or a typedef");
        }
        if (composite.packing().isPresent()) {
            throw refuse(composite.nameSpan(), "packed structs are not supported yet", "add '...;' as the last field");
        }
        String javaName = types.className(cName, scope.familiarName(composite.kind(), composite.name()));
        JavaNames fieldNames = JavaNames.methods();
        List<ResolvedComposite.Field> fields = new ArrayList<>();
        for (Declaration.Field field : composite.body().get().fields()) {
            refuseTwice(field, fields);
            fields.add(field(field, fieldNames));
        }
        composites.add(new ResolvedComposite(
                composite.kind(),
                cName,
                javaName,
                composite.body().get().partial()
                        ? ResolvedComposite.Completeness.PARTIAL
                        : ResolvedComposite.Completeness.EXACT,
                fields,
                composite.nameSpan(),
                composite.span().text().strip()));
    }

    private static void refuseTwice(Declaration.Field field, List<ResolvedComposite.Field> before)
            throws UnsupportedDeclaration {
        for (ResolvedComposite.Field other : before) {
            if (field.name().equals(Optional.of(other.cName()))) {
                throw refuse(
                        field.nameSpan(),
                        "there is a field '" + other.cName() + "' already, at "
                                + other.nameSpan().position(),
                        "keep one of the two");
            }
        }
    }

    private ResolvedComposite.Field field(Declaration.Field field, JavaNames names) throws UnsupportedDeclaration {
        if (field.bits().isPresent()) {
            throw refuse(field.nameSpan(), "bitfields are not supported yet", "leave it out and add '...;'");
        }
        String cName = field.name()
                .orElseThrow(() -> refuse(
                        field.nameSpan(),
                        "anonymous structs and unions inside others are not supported yet",
                        "leave it out and add '...;'"));
        ResolvedType type = types.resolve(field.type());
        requireComplete(type, field);
        return new ResolvedComposite.Field(
                cName, names.give(cName), field.type(), type, field.nameSpan(), declaration(field.span()));
    }

    private void requireComplete(ResolvedType type, Declaration.Field field) throws UnsupportedDeclaration {
        ResolvedType value = type instanceof ResolvedType.Array array ? array.element() : type;
        if (value instanceof ResolvedType.Void || value instanceof ResolvedType.Array) {
            throw refuse(
                    field.nameSpan(),
                    value instanceof ResolvedType.Void
                            ? "a field cannot be void"
                            : "arrays of arrays are not supported yet",
                    "leave it out and add '...;'");
        }
        if (value.equals(type) && value.equals(new ResolvedType.Scalar(ScalarKind.LONG_DOUBLE))) {
            throw refuse(
                    field.nameSpan(),
                    "fields of type 'long double' are not supported yet",
                    "leave it out and add '...;'");
        }
        if (value instanceof ResolvedType.Composite composite && opaque(composite)) {
            throw refuse(
                    field.nameSpan(),
                    "the field holds '" + composite.cName() + "' itself, of which only the name is declared",
                    "declare its fields, or only '...;' among them");
        }
    }

    private boolean opaque(ResolvedType.Composite composite) {
        for (ResolvedComposite handle : types.handles()) {
            if (handle.cName().equals(composite.cName())) {
                return true;
            }
        }
        return false;
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
        if (function.type().variadic()) {
            throw refuse(
                    function.nameSpan(),
                    "variadic functions are not supported yet",
                    "declare a function with fixed parameters in the preamble that calls it");
        }
        JavaNames parameterNames = JavaNames.parameters(name.className());
        List<ResolvedFunction.Parameter> parameters = new ArrayList<>();
        for (CType.Parameter parameter : function.type().parameters()) {
            parameters.add(parameter(parameter, parameterNames, parameters.size()));
        }
        ResolvedType result = types.resolve(function.type().result());
        refuseByValue(result, function.type().result(), "results");
        functions.add(new ResolvedFunction(
                function.name(),
                functionNames.give(function.name()),
                function.type().result(),
                result,
                parameters,
                function.attributes().stream()
                        .anyMatch(attribute -> attribute.name().equals("critical")),
                function.nameSpan(),
                declaration(function.span())));
    }

    private ResolvedFunction.Parameter parameter(CType.Parameter parameter, JavaNames names, int index)
            throws UnsupportedDeclaration {
        CType declared = decayed(parameter.type());
        ResolvedType type = types.resolve(declared);
        refuseByValue(type, declared, "parameters");
        if (type instanceof ResolvedType.Void) {
            throw refuse(parameter.span(), "a parameter cannot be 'void'", "write '(void)' for none");
        }
        String cName = parameter.name().orElse("arg" + (index + 1));
        return new ResolvedFunction.Parameter(
                names.give(cName), declared, type, types.text(declared), parameter.span());
    }

    /** In a parameter list an array is a pointer to its element. */
    private static CType decayed(CType type) {
        return type instanceof CType.Array array
                ? new CType.Pointer(array.element(), Set.<Qualifier>of(), array.span())
                : type;
    }

    private static void refuseByValue(ResolvedType type, CType declared, String where) throws UnsupportedDeclaration {
        if (type instanceof ResolvedType.Composite || type instanceof ResolvedType.Array) {
            throw refuse(
                    declared.span(),
                    "structs by value as " + where + " are not supported yet",
                    "pass a pointer, through a function in the preamble");
        }
    }
}
