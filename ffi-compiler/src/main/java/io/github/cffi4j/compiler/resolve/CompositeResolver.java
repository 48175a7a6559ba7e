package io.github.cffi4j.compiler.resolve;

import static io.github.cffi4j.compiler.resolve.TypeResolver.refuse;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.Declared;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedComposite.Completeness;
import io.github.cffi4j.cdef.model.ResolvedComposite.Member;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.cdef.model.Scope;
import io.github.cffi4j.compiler.resolve.TypeResolver.UnsupportedDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Resolves structs and unions. */
final class CompositeResolver {
    private final Scope scope;
    private final IncludedTypes included;
    private final TypeResolver types;
    private final CSpelling spelling;

    CompositeResolver(Scope scope, IncludedTypes included, TypeResolver types) {
        this.spelling = new CSpelling(scope.anonymousNames());
        this.scope = scope;
        this.included = included;
        this.types = types;
    }

    /** The type, unless it has no body, or is an anonymous member whose fields belong to what holds it. */
    Optional<ResolvedComposite> resolve(Declaration.Composite composite) throws UnsupportedDeclaration {
        String cName = scope.cName(composite.kind(), composite.name());
        if (composite.body().isEmpty() || cName.isEmpty()) {
            return Optional.empty();
        }
        Declaration.Body body = composite.body().get();
        if (included.opaque(cName)) {
            throw refuse(
                    composite.nameSpan(),
                    "'" + cName + "' is a handle at " + included.place(cName).position() + ", and gets no body here",
                    "give it the body there, or only '...;'");
        }
        String familiar = scope.familiarName(composite.kind(), composite.name());
        types.mention(cName, familiar);
        return Optional.of(new ResolvedComposite(
                composite.kind(),
                cName,
                body.partial() ? Completeness.PARTIAL : Completeness.EXACT,
                members(body, familiar, scope.constant(composite.name()), new HashMap<>()),
                composite.layout(),
                composite.pack(),
                composite.record().isPresent(),
                composite.nameSpan(),
                Declared.of(composite.span().text().strip(), composite.comment())
                        .orComment(scope.typedefOf(composite.kind(), composite.name())
                                .flatMap(
                                        typedef -> scope.typedefs().get(typedef).comment()))));
    }

    /**
     * @param owner the struct, for names of types that have none
     * @param constant whether what holds them is const
     * @param seen the fields met so far, those of anonymous members among them
     */
    private List<Member> members(Declaration.Body body, String owner, boolean constant, Map<String, Span> seen)
            throws UnsupportedDeclaration {
        List<Member> members = new ArrayList<>();
        Map<Span, Long> declared =
                body.fields().stream().collect(Collectors.groupingBy(Declaration.Field::span, Collectors.counting()));
        for (Declaration.Field field : body.fields()) {
            refuseTwice(field, seen);
            Declared declaration = Declared.of(declaration(field, declared.get(field.span()) > 1), field.comment());
            members.add(member(field, declaration, owner, constant, seen));
        }
        return members;
    }

    /** The declaration of a field alone, where the cdef declares several at once: {@code double y;} of {@code double x, y;}. */
    private String declaration(Declaration.Field field, boolean together) {
        String written = TypeResolver.declaration(field.span());
        return together && field.name().isPresent() && !written.contains("{")
                ? spelling.declare(field.type(), field.name().get())
                        + field.bits()
                                .map(scope.constants()::text)
                                .map(width -> " : " + width)
                                .orElse("")
                        + ";"
                : written;
    }

    private static void refuseTwice(Declaration.Field field, Map<String, Span> seen) throws UnsupportedDeclaration {
        if (field.name().isPresent()) {
            Span before = seen.putIfAbsent(field.name().get(), field.nameSpan());
            if (before != null) {
                throw refuse(
                        field.nameSpan(),
                        "there is a field '" + field.name().get() + "' already, at " + before.position(),
                        "keep one of the two");
            }
        }
    }

    private Member member(
            Declaration.Field field, Declared declaration, String owner, boolean constant, Map<String, Span> seen)
            throws UnsupportedDeclaration {
        Optional<String> bits = field.bits().map(scope.constants()::text);
        if (field.name().isPresent()) {
            types.context(Place.of(owner).part(field.name().get()));
            ResolvedType type = types.resolve(field.type());
            requireValue(type, field);
            return new ResolvedComposite.Field(
                    field.name().get(),
                    field.type(),
                    type,
                    bits,
                    bits.isPresent() && (constant || types.chains().constant(field.type())),
                    field.layout(),
                    field.nameSpan(),
                    declaration);
        } else if (bits.isPresent()) {
            if (field.type() instanceof CType.Tagged padding && padding.anonymous()) {
                throw refuse(
                        field.span(),
                        "neither these bits nor their type has a name",
                        "write 'unsigned int' as their type; declare the enum by itself");
            }
            return new ResolvedComposite.Padding(field.type(), bits.get());
        }
        CType.Tagged tagged = (CType.Tagged) field.type();
        return new ResolvedComposite.Group(
                tagged.kind(),
                scope.composite(tagged).layout(),
                members(
                        scope.body(tagged).orElseThrow(),
                        owner,
                        constant || types.chains().constant(tagged),
                        seen));
    }

    private void requireValue(ResolvedType type, Declaration.Field field) throws UnsupportedDeclaration {
        ResolvedType value = type.innermost();
        TypeResolver.refuseList(value, field.nameSpan());
        if (value instanceof ResolvedType.Void) {
            throw refuse(field.nameSpan(), "a field cannot be void", "make it a pointer");
        }
        if (value instanceof ResolvedType.Composite composite && types.opaque(composite)) {
            throw refuse(
                    field.nameSpan(),
                    "the field holds '" + composite.cName() + "' itself, of which only the name is declared",
                    "declare its fields, or only '...;' among them");
        }
    }
}
