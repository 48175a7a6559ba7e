package io.github.cffi4j.cdef;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses {@code __attribute__((...))}, {@code __declspec(...)} and {@code [[...]]}. */
final class AttributeParser {
    private static final Set<String> LAYOUT = Set.of(
            "aligned",
            "align",
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
     * @param packed where it says so
     */
    record Attributes(Optional<Span> packed, Optional<Modifier.Convention> convention) {
        static final Attributes NONE = new Attributes(Optional.empty(), Optional.empty());

        Attributes and(Attributes more) {
            return new Attributes(packed.or(more::packed), convention.or(more::convention));
        }
    }

    /** Parses the attributes that stand here, if any. */
    Attributes parse() {
        Attributes found = Attributes.NONE;
        while (true) {
            Token token = tokens.peek();
            if (Keyword.is(token, Keyword.Role.GNU_ATTRIBUTE)) {
                found = found.and(gnu());
            } else if (Keyword.is(token, Keyword.Role.DECLSPEC)) {
                tokens.next();
                tokens.expect("(", "after '__declspec'");
                found = found.and(list(")"));
            } else if (token.is("[") && tokens.peek(1).is("[")) {
                found = found.and(misplaced());
            } else {
                return found;
            }
        }
    }

    /** Parses attributes where a layout cannot be changed. */
    Optional<Modifier.Convention> parseWithoutPacking() {
        Attributes found = parse();
        found.packed()
                .ifPresent(
                        span -> grammar.diagnostics.error(
                                span,
                                "'packed' is not supported here",
                                "write it after the closing brace of a struct or union: struct s { ... } __attribute__((packed));"));
        return found.convention();
    }

    /** Attributes after the start of a declaration: C's own may stand here, ours may not. */
    private Attributes misplaced() {
        List<Declaration.Attribute> ours = new ArrayList<>();
        Attributes found = standard(ours);
        ours.forEach(attribute -> grammar.diagnostics.error(
                attribute.span(),
                "'ffi::" + attribute.name() + "' is not at the start of a function's declaration",
                "move [[ffi::" + attribute.name() + "]] there"));
        return found;
    }

    /** Parses attributes where neither a layout nor a calling convention can be changed. */
    void parseNeutral() {
        parseWithoutPacking().ifPresent(convention -> {
            throw Grammar.error(convention.span(), "a calling convention belongs to a function", "remove it");
        });
    }

    /** Parses the {@code [[...]]} before a declaration, and gives those in our namespace. */
    List<Declaration.Attribute> leading() {
        List<Declaration.Attribute> ours = new ArrayList<>();
        while (tokens.at("[") && tokens.peek(1).is("[")) {
            Attributes others = standard(ours);
            if (!others.equals(Attributes.NONE)) {
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
        if (plain.equals("packed")) {
            return new Attributes(Optional.of(span), Optional.empty());
        }
        if (plain.equals("stdcall") || plain.equals("cdecl")) {
            CType.CallingConvention convention =
                    plain.equals("cdecl") ? CType.CallingConvention.CDECL : CType.CallingConvention.STDCALL;
            return new Attributes(Optional.empty(), Optional.of(new Modifier.Convention(convention, span)));
        }
        if (LAYOUT.contains(plain)) {
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
