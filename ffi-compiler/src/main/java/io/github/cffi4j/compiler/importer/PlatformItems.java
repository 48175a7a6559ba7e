package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.cdef.PredefinedTypes;
import io.github.cffi4j.compiler.header.CDeclaration;
import io.github.cffi4j.compiler.header.CTypeText;
import io.github.cffi4j.compiler.header.HeaderMacro;
import io.github.cffi4j.compiler.header.HeaderView;
import io.github.cffi4j.compiler.header.MacroKind;
import io.github.cffi4j.compiler.header.Place;
import io.github.cffi4j.compiler.header.UnreadableTypeException;
import io.github.cffi4j.compiler.importer.Item.Category;
import io.github.cffi4j.compiler.importer.Item.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Selects what is imported of one platform's view of the headers, and writes each declaration as a cdef has it. */
final class PlatformItems {
    private final HeaderView view;
    private final TypeIndex types;
    private final Filters filters;
    private final AuthorNames author;
    private final HeaderTexts texts;
    private final NeededTypes needed;
    private final TypeWriter writer;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Map<String, CDeclaration.Function> functions = new LinkedHashMap<>();
    private final Map<String, CDeclaration.Variable> variables = new LinkedHashMap<>();
    private final Set<String> enumerators = new LinkedHashSet<>();
    /** Macros whose types are declared behind them, by the types' keys. */
    private final Map<String, List<HeaderMacro>> waiting = new LinkedHashMap<>();

    /**
     * What one platform declares: types of other headers first, then what the headers have, in their order.
     */
    record Selected(Map<String, Item> items, List<LeftOut> leftOut) {}

    private PlatformItems(HeaderView view, Filters filters, AuthorNames author, HeaderTexts texts) {
        this.view = view;
        this.types = new TypeIndex(view.platform(), view.declarations());
        this.filters = filters;
        this.author = author;
        this.texts = texts;
        this.needed = new NeededTypes(view, types, filters);
        this.writer = new TypeWriter(types, needed, texts, leftOut);
    }

    static Selected of(HeaderView view, Filters filters, AuthorNames author, HeaderTexts texts) {
        return new PlatformItems(view, filters, author, texts).select();
    }

    private Selected select() {
        for (CDeclaration declaration : view.declarations()) {
            if (needed.wanted(declaration)) {
                need(declaration);
            }
        }
        view.macros().forEach(this::needMacro);
        view.declarations().stream()
                .filter(declaration -> !needed.wanted(declaration))
                .forEach(this::write);
        new HeaderOrder(view, needed::wanted).visit(this::write, this::write);
        waiting.values().forEach(macros -> macros.forEach(this::writeNow));
        return new Selected(items, leftOut);
    }

    private void need(CDeclaration declaration) {
        if (declaration instanceof CDeclaration.Function function) {
            if (filters.functions().test(function.name()) && !author.names().contains(function.name())) {
                functions.merge(function.name(), function, PlatformItems::moreNames);
                needType(function.type());
            }
        } else if (declaration instanceof CDeclaration.Variable variable) {
            if (filters.functions().test(variable.name()) && !author.names().contains(variable.name())) {
                variables.putIfAbsent(variable.name(), variable);
                needType(variable.type());
            }
        } else if (declaration instanceof CDeclaration.Typedef typedef) {
            if (filters.types().test(typedef.name())) {
                needed.add(new CTypeText.Named(typedef.name()), true);
            }
        } else if (filters.types().test(declaration.name())
                && !declaration.name().isEmpty()) {
            needed.add(new CTypeText.Tagged(TypeIndex.kind(declaration), declaration.name()), true);
        }
        if (declaration instanceof CDeclaration.Enumeration enumeration) {
            enumeration.enumerators().forEach(enumerator -> enumerators.add(enumerator.name()));
        }
    }

    /** The declaration whose parameters have names, and the first otherwise. */
    private static CDeclaration.Function moreNames(CDeclaration.Function one, CDeclaration.Function other) {
        boolean better =
                one.parameters().stream().allMatch(parameter -> parameter.name().isEmpty())
                        && other.parameters().stream()
                                .anyMatch(parameter -> !parameter.name().isEmpty());
        CDeclaration.Function named = better ? other : one;
        return new CDeclaration.Function(
                one.name(),
                one.type(),
                one.plainType(),
                named.parameters(),
                one.isStatic(),
                one.deprecated() || other.deprecated(),
                one.place());
    }

    private void needType(String text) {
        if (needed.problem(text, true).isEmpty()) {
            needed.add(parse(text), true);
        }
    }

    private void needMacro(HeaderMacro macro) {
        if (!isTaken(macro)) {
            return;
        }
        if (view.kinds().get(macro.name()) instanceof MacroKind.Typed typed) {
            needType(typed.type());
        } else if (view.kinds().get(macro.name()) instanceof MacroKind.Alias alias) {
            needType(alias.type());
        }
    }

    private boolean isTaken(HeaderMacro macro) {
        boolean function = macro.takesArguments() || view.kinds().get(macro.name()) instanceof MacroKind.Alias;
        return (function ? filters.functions() : filters.constants()).test(macro.name())
                && !author.names().contains(macro.name())
                && !functions.containsKey(macro.name())
                && !variables.containsKey(macro.name())
                && !enumerators.contains(macro.name());
    }

    private void write(CDeclaration declaration) {
        if (declaration instanceof CDeclaration.Function function) {
            CDeclaration.Function merged = functions.remove(function.name());
            if (merged != null) {
                write(merged);
            }
        } else if (declaration instanceof CDeclaration.Variable variable) {
            CDeclaration.Variable first = variables.remove(variable.name());
            if (first != null) {
                write(first);
            }
        } else if (declaration instanceof CDeclaration.Typedef typedef) {
            write(typedef);
        } else if (declaration instanceof CDeclaration.Composite composite) {
            write(composite);
        } else if (declaration instanceof CDeclaration.Enumeration enumeration) {
            write(enumeration);
        }
    }

    private void write(CDeclaration.Function function) {
        String text = function.type().contains("(") ? function.type() : function.plainType();
        Optional<String> problem = needed.problem(text, true);
        if (problem.isPresent()) {
            leftOut.add(new LeftOut(function.name(), "function", problem.get()));
            return;
        }
        CTypeText type = parse(text);
        if (type instanceof CTypeText.Function signature) {
            List<String> names = function.parameters().stream()
                    .map(CDeclaration.Parameter::name)
                    .toList();
            String convention = signature.convention().isEmpty() ? "" : signature.convention() + " ";
            String comment = deprecated(function.deprecated(), texts.about(function.name(), function.place(), true));
            add(
                    "function " + function.name(),
                    function.name(),
                    Category.FUNCTION,
                    content(signature, convention + function.name(), names, function.place()),
                    comment,
                    function);
        } else {
            leftOut.add(new LeftOut(function.name(), "function", "its type '" + text + "' is none of a function"));
        }
    }

    private Content content(CTypeText.Function type, String name, List<String> names, Place place) {
        String text = writer.spelling().function(type, name, names, texts.parameters(place, this::isType)) + ";";
        List<CTypeText> parts = new ArrayList<>(List.of(type.result()));
        parts.addAll(type.parameters());
        return parts.stream().anyMatch(PlatformItems::hasUnnamed)
                ? new Content.Plain(text)
                : new Content.Function(
                        text,
                        name,
                        type,
                        names,
                        parts.stream().map(types::integer).toList());
    }

    private boolean isType(String name) {
        return types.typedef(name).isPresent() || types.tag(name).isPresent();
    }

    private static boolean hasUnnamed(CTypeText type) {
        if (type instanceof CTypeText.Qualified qualified) {
            return hasUnnamed(qualified.type());
        } else if (type instanceof CTypeText.Pointer pointer) {
            return hasUnnamed(pointer.target());
        } else if (type instanceof CTypeText.Array array) {
            return hasUnnamed(array.element());
        } else if (type instanceof CTypeText.Function function) {
            return hasUnnamed(function.result())
                    || function.parameters().stream().anyMatch(PlatformItems::hasUnnamed);
        }
        return type instanceof CTypeText.Unnamed;
    }

    private static String deprecated(boolean deprecated, String comment) {
        return !deprecated || comment.contains("deprecated")
                ? comment
                : comment.isEmpty() ? "@deprecated" : comment + "\n\n@deprecated";
    }

    private void write(CDeclaration.Variable variable) {
        Optional<String> problem = needed.problem(variable.type(), true);
        if (problem.isPresent()) {
            leftOut.add(new LeftOut(variable.name(), "variable", problem.get()));
            return;
        }
        CTypeText type = parse(variable.type());
        boolean constant = isConstant(type);
        add(
                "variable " + variable.name(),
                variable.name(),
                constant ? Category.CONSTANT : Category.VARIABLE,
                new Content.Plain((variable.isStatic() && constant ? "static " : "extern ")
                        + writer.spelling()
                                .declare(type, variable.name(), texts.parameters(variable.place(), this::isType))
                        + ";"),
                texts.about(variable.name(), variable.place(), false),
                variable);
    }

    private static boolean isConstant(CTypeText type) {
        return type instanceof CTypeText.Qualified qualified
                        && qualified.qualifiers().contains("const")
                || type instanceof CTypeText.Pointer pointer
                        && pointer.qualifiers().contains("const")
                || type instanceof CTypeText.Array array && isConstant(array.element());
    }

    private void write(CDeclaration.Typedef typedef) {
        String key = "typedef " + typedef.name();
        if (!needed.needs(typedef) || author.names().contains(typedef.name()) || items.containsKey(key)) {
            return;
        }
        if (!needed.wanted(typedef)) {
            if (!PredefinedTypes.NAMES.contains(typedef.name())) {
                writer.foreign(typedef, needed.complete(typedef))
                        .ifPresent(content -> add(key, typedef.name(), Category.TYPE, content, "", typedef));
            }
            return;
        }
        String comment = texts.about(typedef.name(), typedef.place(), false);
        Optional<CDeclaration> owned = types.owned(typedef);
        if (owned.isPresent() && TypeWriter.isComplete(owned.get())) {
            CDeclaration type = owned.get();
            String about = comment.isEmpty() ? texts.about(type.name(), type.place(), false) : comment;
            if (filters.opaque().test(typedef.name()) || filters.opaque().test(type.name())) {
                add(key, typedef.name(), Category.STRUCT, withoutMembers(typedef, type), about, typedef);
            } else if (author.tags().contains(type.name())) {
                add(key, typedef.name(), Category.TYPE, withoutMembers(typedef, type), about, typedef);
            } else {
                nested(type);
                add(key, typedef.name(), category(type), writer.joined(typedef, type), about, typedef);
            }
            return;
        }
        Optional<String> problem = needed.problem(typedef.type(), false);
        if (problem.isPresent()) {
            leftOut.add(new LeftOut(typedef.name(), "type", problem.get()));
            return;
        }
        writer.typedef(typedef)
                .ifPresent(content -> add(key, typedef.name(), Category.TYPE, content, comment, typedef));
    }

    private static Content withoutMembers(CDeclaration.Typedef typedef, CDeclaration type) {
        String named = type.name().isEmpty() ? "..." : TypeIndex.kind(type) + " " + type.name();
        return new Content.Plain("typedef " + named + " " + typedef.name() + ";");
    }

    private static Category category(CDeclaration type) {
        return type instanceof CDeclaration.Composite ? Category.STRUCT : Category.ENUM;
    }

    private void write(CDeclaration.Composite composite) {
        if (composite.name().isEmpty() || !needed.needsTag(composite.name())) {
            return;
        }
        String key = "tag " + composite.name();
        CDeclaration known = types.tag(composite.name()).orElse(composite);
        if (author.tags().contains(composite.name())
                || items.containsKey(key)
                || known != composite && TypeWriter.isComplete(known)) {
            return;
        }
        boolean joined = types.joined(composite.id())
                .filter(typedef -> needed.wanted(typedef)
                        && needed.needs(typedef)
                        && !author.names().contains(typedef.name()))
                .isPresent();
        if (joined || !composite.complete() && declaredByTypedef(composite)) {
            return;
        }
        boolean opaque = filters.opaque().test(composite.name());
        boolean wanted = needed.wanted(composite);
        if (wanted && !opaque) {
            nested(composite);
        }
        add(
                key,
                composite.name(),
                Category.STRUCT,
                wanted && !opaque
                        ? writer.composite(composite)
                        : new Content.Plain(composite.kind() + " " + composite.name()
                                + (needed.completeTag(composite.name()) && composite.complete() && !opaque
                                        ? " { ...; };"
                                        : ";")),
                wanted ? texts.about(composite.name(), composite.place(), false) : "",
                composite);
    }

    private boolean declaredByTypedef(CDeclaration.Composite composite) {
        return types.typedef(composite.name())
                .filter(typedef -> needed.needs(typedef) && needed.wanted(typedef))
                .filter(typedef -> typedef.type().equals(composite.kind() + " " + composite.name()))
                .isPresent();
    }

    private void write(CDeclaration.Enumeration enumeration) {
        boolean unnamed = enumeration.name().isEmpty();
        if (!enumeration.complete()
                || types.joined(enumeration.id()).filter(needed::wanted).isPresent()) {
            return;
        }
        Content.Enum all =
                writer.enumeration(unnamed ? "enum" : "enum " + enumeration.name(), enumeration.enumerators(), "");
        List<Item.Value> values = all.values().stream()
                .filter(value -> !author.names().contains(value.name()))
                .filter(value -> !unnamed || filters.constants().test(value.name()))
                .toList();
        if (values.isEmpty()
                || (unnamed ? !needed.wanted(enumeration) : !needed.needsTag(enumeration.name()))
                || author.tags().contains(enumeration.name())) {
            return;
        }
        add(
                unnamed ? "enum of " + values.get(0).name() : "tag " + enumeration.name(),
                unnamed ? values.get(0).name() : enumeration.name(),
                Category.ENUM,
                new Content.Enum(all.head(), values, ""),
                needed.wanted(enumeration) ? texts.about(enumeration.name(), enumeration.place(), false) : "",
                enumeration);
    }

    /** Types with a tag that are declared inside another: C declares them beside it. */
    private void nested(CDeclaration type) {
        if (type instanceof CDeclaration.Composite composite) {
            for (CDeclaration.Member member : composite.members()) {
                if (member instanceof CDeclaration.Nested inside) {
                    if (inside.type().name().isEmpty()) {
                        nested(inside.type());
                    } else {
                        write(inside.type());
                    }
                }
            }
        }
    }

    private void write(HeaderMacro macro) {
        Optional<String> missing = Optional.empty();
        if (isTaken(macro) && view.kinds().get(macro.name()) instanceof MacroKind.Typed typed) {
            missing = missing(typed.type());
        } else if (isTaken(macro) && view.kinds().get(macro.name()) instanceof MacroKind.Alias alias) {
            missing = missing(alias.type());
        }
        if (missing.isPresent()) {
            waiting.computeIfAbsent(missing.get(), key -> new ArrayList<>()).add(macro);
        } else {
            writeNow(macro);
        }
    }

    /** The key of a type that has yet to be written; a macro may stand before the types in it. */
    private Optional<String> missing(String text) {
        if (needed.problem(text, true).isPresent()) {
            return Optional.empty();
        }
        return missing(parse(text));
    }

    private Optional<String> missing(CTypeText type) {
        if (type instanceof CTypeText.Qualified qualified) {
            return missing(qualified.type());
        } else if (type instanceof CTypeText.Pointer pointer) {
            return missing(pointer.target());
        } else if (type instanceof CTypeText.Function function) {
            return Stream.concat(Stream.of(function.result()), function.parameters().stream())
                    .flatMap(part -> missing(part).stream())
                    .findFirst();
        } else if (type instanceof CTypeText.Named named) {
            String key = "typedef " + named.name();
            return types.typedef(named.name())
                    .filter(needed::wanted)
                    .map(typedef -> key)
                    .filter(unwritten -> !items.containsKey(unwritten));
        }
        return Optional.empty();
    }

    private void writeNow(HeaderMacro macro) {
        if (!isTaken(macro) || items.containsKey("constant " + macro.name()) || writtenFunction(macro.name())) {
            return;
        }
        if (macro.takesArguments()) {
            leftOut.add(new LeftOut(
                    macro.name(),
                    "macro with parameters",
                    "C does not tell the types of its parameters",
                    MacroLine.of(macro)));
            return;
        }
        MacroKind kind = view.kinds().get(macro.name());
        if (kind instanceof MacroKind.Int) {
            constant(macro, "#define " + macro.name() + " ...");
        } else if (kind instanceof MacroKind.Typed typed) {
            Optional<String> problem = needed.problem(typed.type(), true);
            if (problem.isPresent()) {
                leftOut.add(new LeftOut(macro.name(), "macro", problem.get()));
            } else {
                constant(macro, "static " + writer.constant(macro, parse(typed.type())) + ";");
            }
        } else if (kind instanceof MacroKind.Alias alias) {
            Optional<String> problem = needed.problem(alias.type(), true);
            if (problem.isPresent() || !(parse(alias.type()) instanceof CTypeText.Function function)) {
                leftOut.add(new LeftOut(macro.name(), "macro", problem.orElse("is no expression")));
            } else {
                add(
                        "function " + macro.name(),
                        macro.name(),
                        Category.FUNCTION,
                        content(function, macro.name(), List.of(), macro.place()),
                        texts.about(macro.name(), macro.place(), false),
                        macro.place().file());
            }
        } else if (kind instanceof MacroKind.Other other && !macro.body().isEmpty()) {
            leftOut.add(new LeftOut(macro.name(), "macro", other.reason()));
        }
    }

    private boolean writtenFunction(String name) {
        return items.containsKey("function " + name) || items.containsKey("variable " + name);
    }

    private void constant(HeaderMacro macro, String text) {
        if (MacroLine.isGuard(macro)) {
            return;
        }
        add(
                "constant " + macro.name(),
                macro.name(),
                Category.CONSTANT,
                new Content.Plain(text),
                texts.about(macro.name(), macro.place(), false),
                macro.place().file());
    }

    private CTypeText parse(String text) {
        try {
            return types.parse(text);
        } catch (UnreadableTypeException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(
            String key, String name, Category category, Content content, String comment, CDeclaration declaration) {
        add(
                key,
                name,
                category,
                content,
                comment,
                needed.wanted(declaration) ? declaration.place().file() : "");
    }

    private void add(String key, String name, Category category, Content content, String comment, String file) {
        items.putIfAbsent(key, new Item(key, name, category, content, comment, file));
        List<HeaderMacro> ready = waiting.remove(key);
        if (ready != null) {
            ready.forEach(this::write);
        }
    }
}
