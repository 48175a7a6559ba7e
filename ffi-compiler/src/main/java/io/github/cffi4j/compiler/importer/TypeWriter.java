package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.compiler.header.CDeclaration;
import io.github.cffi4j.compiler.header.CTypeText;
import io.github.cffi4j.compiler.header.HeaderMacro;
import io.github.cffi4j.compiler.header.Place;
import io.github.cffi4j.compiler.header.UnreadableTypeException;
import io.github.cffi4j.compiler.importer.Item.Content;
import io.github.cffi4j.compiler.importer.Item.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes types as a cdef has them. */
final class TypeWriter {
    private static final String INDENT = "    ";

    private final TypeIndex types;
    private final NeededTypes needed;
    private final HeaderTexts texts;
    private final List<LeftOut> leftOut;
    private final DeclaratorWriter spelling;
    private int depth;

    TypeWriter(TypeIndex types, NeededTypes needed, HeaderTexts texts, List<LeftOut> leftOut) {
        this.types = types;
        this.needed = needed;
        this.texts = texts;
        this.leftOut = leftOut;
        this.spelling = new DeclaratorWriter(this::unnamed);
    }

    DeclaratorWriter spelling() {
        return spelling;
    }

    static boolean isComplete(CDeclaration type) {
        return type instanceof CDeclaration.Composite composite
                ? composite.complete()
                : type instanceof CDeclaration.Enumeration enumeration && enumeration.complete();
    }

    /** A typedef of another header, in the smallest form that will do. */
    Optional<Content> foreign(CDeclaration.Typedef typedef, boolean complete) {
        String name = typedef.name();
        return switch (needed.form(typedef, complete)) {
            case INTEGER -> Optional.of(new Content.IntegerTypedef("typedef int... " + name + ";", name));
            case FLOATING -> Optional.of(new Content.Plain("typedef float... " + name + ";"));
            case OPAQUE -> Optional.of(new Content.Plain("typedef ... " + name + ";"));
            case PARTIAL -> Optional.of(new Content.Plain("typedef " + kind(typedef) + " { ...; } " + name + ";"));
            case WRITTEN -> typedef(typedef);
            case NONE -> Optional.empty();
        };
    }

    private String kind(CDeclaration.Typedef typedef) {
        try {
            return types.resolve(new CTypeText.Named(typedef.name())) instanceof CTypeText.Tagged tagged
                    ? tagged.kind()
                    : "struct";
        } catch (UnreadableTypeException e) {
            return "struct";
        }
    }

    /** A typedef as it is. */
    Optional<Content> typedef(CDeclaration.Typedef typedef) {
        try {
            CTypeText type = types.parse(typedef.type());
            String text = "typedef " + spelling.declare(type, typedef.name(), names(typedef.place())) + ";";
            boolean integer = types.resolve(type) instanceof CTypeText.Basic basic
                    && !basic.words().contains("void")
                    && !basic.words().contains("float")
                    && !basic.words().contains("double")
                    && !basic.words().contains("_Bool");
            return Optional.of(integer ? new Content.IntegerTypedef(text, typedef.name()) : new Content.Plain(text));
        } catch (UnreadableTypeException e) {
            return Optional.empty();
        }
    }

    /** A typedef and the type that it names, in one declaration. */
    Content joined(CDeclaration.Typedef typedef, CDeclaration type) {
        String tag = type.name().isEmpty() ? "" : " " + type.name();
        if (type instanceof CDeclaration.Enumeration enumeration) {
            return enumeration("typedef enum" + tag, enumeration.enumerators(), " " + typedef.name());
        }
        CDeclaration.Composite composite = (CDeclaration.Composite) type;
        return struct("typedef " + composite.kind() + tag, composite, typedef.name(), " " + typedef.name());
    }

    Content composite(CDeclaration.Composite composite) {
        String start = composite.kind() + " " + composite.name();
        return composite.complete() ? struct(start, composite, composite.name(), "") : new Content.Plain(start + ";");
    }

    private Content struct(String head, CDeclaration.Composite composite, String name, String tail) {
        // Others may follow, so that a later version of the header still fits. A call that passes it itself needs to
        // know all.
        boolean exact = endsOpen(composite) || needed.isPassed(composite);
        List<Item.Member> members = new ArrayList<>();
        depth++;
        boolean whole = members(composite, name, members);
        depth--;
        return new Content.Struct(head, members, !exact || composite.odd() || !whole, tail);
    }

    /** Adds the members that a cdef can have; gives false if there are others. */
    private boolean members(CDeclaration.Composite composite, String name, List<Item.Member> members) {
        boolean whole = true;
        for (CDeclaration.Member member : composite.members()) {
            if (member instanceof CDeclaration.Field field) {
                Optional<String> problem = needed.problem(field.type(), true);
                if (problem.isPresent()) {
                    whole = false;
                    leftOut.add(new LeftOut(name + "." + field.name(), "field", problem.get()));
                } else if (field.name().isEmpty() && !field.bits().isEmpty()) {
                    whole = false;
                } else {
                    members.add(new Item.Member(
                            field.name(),
                            field(field) + ";",
                            field.bits().isEmpty() ? types.integer(field.type()) : "",
                            texts.about(field.name(), field.place(), false),
                            Set.of()));
                }
            }
        }
        return whole;
    }

    /** The members in braces, of a struct without a name of its own. */
    private String body(CDeclaration.Composite composite) {
        StringBuilder out = new StringBuilder("{\n");
        List<Item.Member> members = new ArrayList<>();
        String indent = INDENT.repeat(++depth);
        boolean whole = members(composite, "(unnamed)", members);
        for (Item.Member member : members) {
            comment(member.comment(), indent, out);
            out.append(indent).append(member.text()).append('\n');
        }
        if (!whole || composite.odd()) {
            out.append(indent).append("...;\n");
        }
        depth--;
        return out.append(INDENT.repeat(depth)).append("}").toString();
    }

    /** Returns true if the last member is an array without a length: nothing can follow it. */
    private boolean endsOpen(CDeclaration.Composite composite) {
        return !composite.members().isEmpty()
                && composite.members().get(composite.members().size() - 1) instanceof CDeclaration.Field field
                && field.type().endsWith("[]");
    }

    private String field(CDeclaration.Field field) {
        try {
            CTypeText type = types.parse(field.type());
            String text = spelling.declare(type, field.name(), names(field.place()));
            return field.bits().isEmpty() ? text : text + " : " + field.bits();
        } catch (UnreadableTypeException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, List<String>> names(Place place) {
        return texts.parameters(
                place,
                name -> types.typedef(name).isPresent() || types.tag(name).isPresent());
    }

    private String unnamed(CTypeText.Unnamed type) {
        CDeclaration declared = types.unnamed(type).orElseThrow();
        if (declared instanceof CDeclaration.Enumeration enumeration) {
            StringBuilder out = new StringBuilder("enum { ");
            List<String> values = new ArrayList<>();
            List<Value> listed = values(enumeration.enumerators());
            for (Value value : listed) {
                values.add(value.value().map(is -> value.name() + " = " + is).orElse(value.name()));
            }
            return out.append(String.join(", ", values)).append(" }").toString();
        }
        CDeclaration.Composite composite = (CDeclaration.Composite) declared;
        return composite.kind() + " " + body(composite);
    }

    Content.Enum enumeration(String head, List<CDeclaration.Enumerator> enumerators, String tail) {
        return new Content.Enum(head, values(enumerators), tail);
    }

    private List<Value> values(List<CDeclaration.Enumerator> enumerators) {
        List<Value> values = new ArrayList<>();
        BigInteger next = BigInteger.ZERO;
        for (CDeclaration.Enumerator enumerator : enumerators) {
            BigInteger is = enumerator.value().isEmpty() ? next : new BigInteger(enumerator.value());
            values.add(new Value(
                    enumerator.name(),
                    Optional.of(is.toString()),
                    texts.about(enumerator.name(), enumerator.place(), false)));
            next = is.add(BigInteger.ONE);
        }
        return values;
    }

    /** A constant that is no integer. */
    String constant(HeaderMacro macro, CTypeText type) {
        boolean text = macro.body().contains("\"")
                && type instanceof CTypeText.Pointer pointer
                && pointer.target().equals(new CTypeText.Basic("char"));
        CTypeText constant = text
                ? new CTypeText.Pointer(new CTypeText.Qualified("const", new CTypeText.Basic("char")), "const")
                : type instanceof CTypeText.Pointer pointer
                        ? new CTypeText.Pointer(pointer.target(), "const")
                        : new CTypeText.Qualified("const", type);
        return spelling.declare(constant, macro.name());
    }

    /** Writes a comment before a line. */
    static void comment(String comment, String indent, StringBuilder out) {
        if (comment.isEmpty()) {
            return;
        }
        String safe = comment.replace("*/", "* /");
        if (safe.indexOf('\n') < 0) {
            out.append(indent).append("/** ").append(safe).append(" */\n");
            return;
        }
        out.append(indent).append("/**\n");
        safe.lines().forEach(line -> out.append(indent)
                .append(line.isEmpty() ? " *" : " * ")
                .append(line)
                .append('\n'));
        out.append(indent).append(" */\n");
    }
}
