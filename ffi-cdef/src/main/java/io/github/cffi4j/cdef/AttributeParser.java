package io.github.cffi4j.cdef;

import io.github.cffi4j.cdef.Declarator.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses {@code __attribute__((...))}, {@code __declspec(...)} and {@code [[...]]}. */
final class AttributeParser {
    private static final Set<String> UNSUPPORTED_LAYOUT = Set.of(
            "vector_size",
            "ext_vector_type",
            "mode",
            "scalar_storage_order",
            "transparent_union",
            "ms_struct",
            "gcc_struct",
            "address_space");
    private static final Set<String> CALLS =
            Set.of("fastcall", "thiscall", "vectorcall", "regparm", "ms_abi", "sysv_abi", "pcs", "regcall", "pascal");

    private final Grammar grammar;
    private final TokenStream tokens;

    AttributeParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /**
     * What the attributes at one place say.
     *
     * @param layout those that change how a struct or a field lies in memory
     */
    record Attributes(List<Layout> layout, Optional<Modifier.Convention> convention) {
        static final Attributes NONE = new Attributes(List.of(), Optional.empty());

        boolean isEmpty() {
            return layout.isEmpty() && convention.isEmpty();
        }

        Attributes and(Attributes more) {
            if (layout.size() + more.layout.size() > Nesting.MOST_LAYOUTS) {
                throw Nesting.tooManyLayouts(more.layout.get(0).span());
            }
            List<Layout> both = new ArrayList<>(layout);
            both.addAll(more.layout);
            return new Attributes(List.copyOf(both), convention.isPresent() ? convention : more.convention);
        }

        List<String> layoutTexts() {
            List<String> texts = new ArrayList<>();
            for (Layout attribute : layout) {
                texts.add(attribute.text());
            }
            return List.copyOf(texts);
        }
    }

    /**
     * An attribute that changes a layout: packed or aligned.
     *
     * @param text as C writes it before what it applies to
     */
    record Layout(String text, Span span) {}

    /** Parses the attributes that stand here, if any. */
    Attributes parse() {
        List<Declaration.Attribute> ours = new ArrayList<>();
        Attributes found = parse(ours);
        for (Declaration.Attribute attribute : ours) {
            grammar.diagnostics.error(
                    attribute.span(),
                    "'ffi::" + attribute.name() + "' is not at the start of a function's declaration",
                    "move [[ffi::" + attribute.name() + "]] there");
        }
        return found;
    }

    /** Parses the attributes that stand here, if any, and adds those in our namespace to a list. */
    Attributes parse(List<Declaration.Attribute> ours) {
        Attributes found = Attributes.NONE;
        while (true) {
            Token token = tokens.peek();
            if (Keyword.is(token, Keyword.Role.GNU_ATTRIBUTE)) {
                found = found.and(gnu());
            } else if (Keyword.is(token, Keyword.Role.DECLSPEC)) {
                tokens.next();
                tokens.expect("(", "after '__declspec'");
                found = found.and(list(")"));
            } else if (Keyword.is(token, Keyword.Role.ALIGNMENT)) {
                found = found.and(alignment());
            } else if (token.is("[") && tokens.peek(1).is("[")) {
                found = found.and(standard(ours));
            } else {
                return found;
            }
        }
    }

    /** Parses attributes where a layout cannot be changed. */
    Optional<Modifier.Convention> parseWithoutLayout() {
        Attributes found = parse();
        for (Layout layout : found.layout()) {
            grammar.diagnostics.error(
                    layout.span(),
                    "'" + layout.span().text() + "' is not supported here",
                    "write it after a field, or after the closing brace of a struct or union");
        }
        return found.convention();
    }

    /** Parses attributes where a layout cannot be changed, and adds a calling convention to a declarator's modifiers. */
    void addConvention(List<Modifier> modifiers) {
        Optional<Modifier.Convention> convention = parseWithoutLayout();
        if (convention.isPresent()) {
            modifiers.add(convention.get());
        }
    }

    /** Parses attributes that may change a layout, and nothing else. */
    List<String> parseLayout() {
        Attributes found = parse();
        refuse(found.convention());
        return found.layoutTexts();
    }

    /** Parses attributes where neither a layout nor a calling convention can be changed. */
    void parseNeutral() {
        refuse(parseWithoutLayout());
    }

    /** Refuses a calling convention where no function is declared. */
    static void refuse(Optional<Modifier.Convention> convention) {
        if (convention.isPresent()) {
            throw Grammar.error(convention.get().span(), "a calling convention belongs to a function", "remove it");
        }
    }

    /** {@code _Alignas(16)}, {@code _Alignas(double)}. */
    private Attributes alignment() {
        Token word = tokens.next();
        if (!tokens.at("(")) {
            throw tokens.unexpected("'(' after '" + word.text() + "'");
        }
        Token open = tokens.peek();
        tokens.skipBalanced();
        String argument = open.span().to(tokens.last().span()).text();
        return layout("_Alignas" + argument, word.span().to(tokens.last().span()));
    }

    private static Attributes layout(String text, Span span) {
        return new Attributes(List.of(new Layout(text, span)), Optional.empty());
    }

    /** Parses the {@code [[...]]} before a declaration, and gives those in our namespace. */
    List<Declaration.Attribute> leading() {
        List<Declaration.Attribute> ours = new ArrayList<>();
        while (tokens.at("[") && tokens.peek(1).is("[")) {
            Attributes others = standard(ours);
            if (!others.isEmpty()) {
                throw Grammar.error(
                        tokens.last().span(),
                        "this attribute does not apply at the start of a declaration",
                        "write it after what it applies to, such as a struct's closing brace");
            }
        }
        return List.copyOf(ours);
    }

    private Attributes gnu() {
        String word = tokens.next().text();
        tokens.expect("(", "after '" + word + "'");
        tokens.expect("(", "after '" + word + "('");
        Attributes found = list(")");
        tokens.expect(")", "to close '" + word + "(('");
        return found;
    }

    private Attributes list(String close) {
        Attributes found = Attributes.NONE;
        while (!tokens.accept(close)) {
            if (!tokens.accept(",")) {
                found = found.and(one());
            }
        }
        return found;
    }

    private Attributes one() {
        Token name = tokens.peek();
        if (!name.isName()) {
            throw tokens.unexpected("an attribute's name");
        }
        tokens.next();
        if (tokens.at("(")) {
            tokens.skipBalanced();
        }
        return understand(name, name.span().to(tokens.last().span()));
    }

    private Attributes understand(Token name, Span span) {
        String plain = plain(name.text());
        if (plain.equals("packed") || plain.equals("aligned") || plain.equals("align")) {
            String argument = span.text().substring(name.text().length()).strip();
            String standard = plain.equals("align") ? "aligned" : plain;
            return layout("__attribute__((" + standard + argument + "))", span);
        }
        if (plain.equals("stdcall") || plain.equals("cdecl")) {
            CType.CallingConvention convention =
                    plain.equals("cdecl") ? CType.CallingConvention.CDECL : CType.CallingConvention.STDCALL;
            return new Attributes(List.of(), Optional.of(new Modifier.Convention(convention, span)));
        }
        if (UNSUPPORTED_LAYOUT.contains(plain)) {
            grammar.diagnostics.error(
                    span,
                    "attribute '" + plain + "' changes the layout, which is not supported yet",
                    "remove it, and end the struct's fields with '...;' so that the C compiler tells the layout");
        } else if (CALLS.contains(plain)) {
            grammar.diagnostics.error(
                    span,
                    "attribute '" + plain + "' changes how a function is called, which is not supported",
                    "wrap the function in a C function of the usual convention");
        } else {
            grammar.diagnostics.note(
                    span, "attribute '" + plain + "' has no effect", "the C compiler sees it in the library's header");
        }
        return Attributes.NONE;
    }

    private Attributes standard(List<Declaration.Attribute> ours) {
        Attributes found = Attributes.NONE;
        tokens.next();
        tokens.next();
        while (!tokens.accept("]")) {
            if (tokens.accept(",")) {
                continue;
            }
            if (tokens.peek(1).is("::")) {
                Token namespace = tokens.next();
                tokens.next();
                if (namespace.is("ffi")) {
                    ours.add(ours());
                    continue;
                }
            }
            found = found.and(one());
        }
        tokens.expect("]", "to close '[['");
        return found;
    }

    private Declaration.Attribute ours() {
        Token name = tokens.next();
        if (!name.isName()) {
            throw Grammar.error(
                    name.span(), "an attribute needs a name after 'ffi::'", "write, for example, [[ffi::critical]]");
        }
        return new Declaration.Attribute(name.text(), name.span());
    }

    private static String plain(String name) {
        return name.length() > 4 && name.startsWith("__") && name.endsWith("__")
                ? name.substring(2, name.length() - 2)
                : name;
    }
}
