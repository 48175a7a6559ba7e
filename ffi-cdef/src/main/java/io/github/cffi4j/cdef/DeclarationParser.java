package io.github.cffi4j.cdef;

import io.github.cffi4j.cdef.Specifiers.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses a declaration at the top level: typedefs, functions, variables, constants and tags. */
final class DeclarationParser {
    private final Grammar grammar;
    private final TokenStream tokens;

    DeclarationParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** Parses one declaration, {@code extern "..."} already taken. */
    void parse(Declaration.Linkage linkage, Token first) {
        List<Declaration.Attribute> attributes = grammar.attributes.leading();
        Specifiers specifiers = grammar.specifiers.parse(Place.TOP_LEVEL);
        if (grammar.endsWithoutDeclarator(specifiers)) {
            bare(specifiers, attributes, linkage, first);
            return;
        }
        List<Declaration> declared = new ArrayList<>();
        boolean body = false;
        do {
            declared.add(declarator(specifiers, linkage, attributes));
            body = tokens.at("{");
        } while (!body && tokens.accept(","));
        if (body) {
            rejectBody();
        } else {
            end();
        }
        Span span = first.span().to(tokens.last().span());
        grammar.declarations.widen(specifiers.definition(), span);
        for (Declaration declaration : declared) {
            grammar.declarations.add(declaration, span);
        }
    }

    private void end() {
        if (!tokens.at(";") && tokens.peek().isName() && !tokens.atNewLine()) {
            Token last = tokens.last();
            Token macro = last.isName() ? last : tokens.peek();
            String fix = Keyword.of(macro).isPresent()
                            || last.isName() && Keyword.of(last).isPresent()
                    ? "end the declaration with ';'"
                    : "end the declaration with ';'; if '" + macro.text()
                            + "' is a macro, remove it: macros are not expanded in a cdef";
            throw Grammar.error(
                    tokens.peek().span(), "unexpected '" + tokens.peek().text() + "' after '" + last.text() + "'", fix);
        }
        grammar.endDeclaration();
    }

    /** A declaration with the span of its name only: where the whole of it ends is not known yet. */
    private Declaration declarator(
            Specifiers specifiers, Declaration.Linkage linkage, List<Declaration.Attribute> attributes) {
        Declarator declarator = grammar.declarators.parse(Place.TOP_LEVEL);
        Token name = declarator.name().orElseThrow();
        CType type = declarator.type(specifiers.type(), specifiers.convention());
        assemblerName();
        if (!(type instanceof CType.Function) || specifiers.typedef()) {
            checkFunctionOnly(attributes, linkage, name);
        }
        if (specifiers.typedef()) {
            checkPartial(type, declarator);
            grammar.typeNames.declare(name.text());
            rejectInitializer("typedef");
            return new Declaration.Typedef(name.text(), type, name.span(), name.span());
        }
        if (type instanceof CType.Function function) {
            checkImplementable(function, linkage, name);
            rejectInitializer("function");
            return new Declaration.Function(name.text(), function, linkage, attributes, name.span(), name.span());
        }
        Initialized initial = initializer(name, type);
        if (initial.constant()) {
            return new Declaration.Constant(name.text(), type, initial.value(), name.span(), name.span());
        }
        return new Declaration.Variable(name.text(), type, name.span(), name.span());
    }

    private void assemblerName() {
        if (Keyword.is(tokens.peek(), Keyword.Role.ASSEMBLER)) {
            Token keyword = tokens.next();
            if (!tokens.at("(")) {
                throw tokens.unexpected("'(' after '" + keyword.text() + "'");
            }
            tokens.skipBalanced();
            grammar.diagnostics.note(
                    keyword.span().to(tokens.last().span()),
                    "the assembler name has no effect",
                    "the C compiler sees it in the library's header");
        }
        grammar.attributes.parseNeutral();
    }

    private void checkPartial(CType type, Declarator declarator) {
        CType core = type instanceof CType.Pointer pointer ? pointer.target() : type;
        boolean simple = core instanceof CType.Unknown || type instanceof CType.Inferred || !declarator.leftOpen(type);
        if (!simple) {
            throw Grammar.error(
                    declarator.span(),
                    "'...' does not go with this declarator",
                    "write 'typedef ... name;', 'typedef ... *name;' or 'typedef int... name;', and a second typedef"
                            + " for the rest");
        }
    }

    private static void checkFunctionOnly(
            List<Declaration.Attribute> attributes, Declaration.Linkage linkage, Token name) {
        if (linkage != Declaration.Linkage.C) {
            throw Grammar.error(
                    name.span(),
                    "'" + name.text() + "' is no function: Java implements functions only",
                    "declare it outside of extern \"Java\"");
        }
        if (!attributes.isEmpty()) {
            Declaration.Attribute first = attributes.get(0);
            throw Grammar.error(
                    first.span(),
                    "'ffi::" + first.name() + "' applies to functions only",
                    "remove it, or move it to a function");
        }
    }

    private static void checkImplementable(CType.Function function, Declaration.Linkage linkage, Token name) {
        if (linkage != Declaration.Linkage.C && function.variadic()) {
            throw Grammar.error(
                    name.span(),
                    "'" + name.text() + "' takes '...': Java cannot implement such a function",
                    "declare the parameters that are passed");
        }
    }

    private void rejectBody() {
        Token open = tokens.peek();
        tokens.skipBalanced();
        grammar.diagnostics.error(
                open.span(),
                "a function's body: a cdef only declares",
                "end the declaration with ';' and move the body into the .c file beside the cdef");
    }

    /** A declaration without a declarator: {@code struct s {...};}, {@code enum {...};}, {@code struct s;}. */
    private void bare(
            Specifiers specifiers, List<Declaration.Attribute> attributes, Declaration.Linkage linkage, Token first) {
        if (!(specifiers.type() instanceof CType.Tagged tagged)) {
            throw Grammar.error(
                    specifiers.span(), "this declares nothing", "write a name before the ';', or remove it");
        }
        grammar.endDeclaration();
        Span span = first.span().to(tokens.last().span());
        if (specifiers.definition().isPresent()) {
            if (tagged.anonymous() && tagged.kind() != TagKind.ENUM) {
                throw Grammar.error(
                        tagged.span(),
                        "nothing can use this " + tagged.kind().keyword() + ": it has no name",
                        "give it a tag, or put 'typedef' before it and a name after it");
            }
            grammar.declarations.widen(specifiers.definition(), span);
        } else if (tagged.kind() == TagKind.ENUM) {
            grammar.declarations.add(new Declaration.Enumeration(
                    tagged.tag(), List.of(), true, Optional.empty(), specifiers.tagName(), span));
        } else {
            grammar.declarations.add(new Declaration.Composite(
                    tagged.kind(),
                    tagged.tag(),
                    Optional.empty(),
                    List.of(),
                    Packing.NONE,
                    Optional.empty(),
                    specifiers.tagName(),
                    span));
        }
        checkBare(specifiers, attributes, linkage);
    }

    private void checkBare(Specifiers specifiers, List<Declaration.Attribute> attributes, Declaration.Linkage linkage) {
        if (!attributes.isEmpty()) {
            Declaration.Attribute first = attributes.get(0);
            boolean record = first.name().equals(Tag.RECORD);
            throw Grammar.error(
                    first.span(),
                    record
                            ? "'ffi::record' stands behind 'struct'"
                            : "'ffi::" + first.name() + "' applies to functions only",
                    record ? "write 'struct [[ffi::record]] name { ... };'" : "remove it, or move it to a function");
        }
        if (linkage != Declaration.Linkage.C) {
            throw Grammar.error(
                    specifiers.span(),
                    "no function: Java implements functions only",
                    "declare it outside of extern \"Java\"");
        }
        if (specifiers.storage().isPresent()) {
            Token word = specifiers.storage().get();
            grammar.diagnostics.note(
                    word.span(), "'" + word.text() + "' has no effect here", "no name follows that it could apply to");
        }
    }

    /**
     * Whether a declaration is of a constant, and what it claims of its value.
     *
     * @param value nothing unless it is a constant
     */
    private record Initialized(boolean constant, Optional<Expression> value) {}

    /** Parses {@code = value}, if it is there: a constant's is checked by the C compiler, a variable's is C's own affair. */
    private Initialized initializer(Token name, CType type) {
        boolean constant = isConstant(type);
        if (!tokens.at("=")) {
            return new Initialized(constant, Optional.empty());
        }
        Token sign = tokens.next();
        if (tokens.at("...")) {
            throw Grammar.error(
                    tokens.peek().span(),
                    "'= ...' is for enumerators only",
                    "leave it out: the C compiler tells the value");
        }
        Optional<Expression> value = Optional.empty();
        if (tokens.at("{")) {
            tokens.skipBalanced();
        } else {
            value = Optional.of(grammar.expressions.parse());
        }
        if (value.isPresent() && (constant || isInteger(type) && isIntegerLiteral(value.get()))) {
            return new Initialized(true, value);
        }
        grammar.diagnostics.note(
                sign.span().to(tokens.last().span()),
                "the initial value of '" + name.text() + "' has no effect",
                "C defines it; the value is read from there");
        return new Initialized(constant, Optional.empty());
    }

    private static boolean isConstant(CType type) {
        if (type instanceof CType.Keyword keyword) {
            return keyword.qualifiers().contains(Qualifier.CONST);
        }
        if (type instanceof CType.Named named) {
            return named.qualifiers().contains(Qualifier.CONST);
        }
        if (type instanceof CType.Tagged tagged) {
            return tagged.qualifiers().contains(Qualifier.CONST);
        }
        return type instanceof CType.Pointer pointer && pointer.qualifiers().contains(Qualifier.CONST);
    }

    /** To CFFI {@code int X = 42;} is the constant {@code #define X 42}: a macro, often, that no C code can write to. */
    private static boolean isInteger(CType type) {
        return type instanceof CType.Keyword keyword
                        && keyword.primitive().compareTo(Primitive.BOOL) >= 0
                        && keyword.primitive().compareTo(Primitive.UNSIGNED_LONG_LONG) <= 0
                || type instanceof CType.Named named && isIntegerName(named.name());
    }

    private static boolean isIntegerName(String name) {
        return Set.of("bool", "size_t", "ssize_t", "ptrdiff_t").contains(name)
                || name.endsWith("_t") && name.matches("u?int\\w*_t");
    }

    private static boolean isIntegerLiteral(Expression value) {
        return value instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.INTEGER
                || value instanceof Expression.Unary unary
                        && unary.operator().equals("-")
                        && isIntegerLiteral(unary.operand());
    }

    private void rejectInitializer(String noun) {
        if (tokens.at("=")) {
            throw Grammar.error(tokens.peek().span(), "a " + noun + " has no initial value", "remove it");
        }
    }
}
