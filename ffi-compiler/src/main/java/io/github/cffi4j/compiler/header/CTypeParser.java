package io.github.cffi4j.compiler.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the types that clang prints, such as {@code int (*(*)(const char *, ...))[3]}. */
public final class CTypeParser {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<unnamed>\\((?:unnamed|anonymous)[^()]*? at (?<at>[^\\n"
                    + "]*?:\\d+:\\d+)\\))|(?<attribute>__attribute__\\(\\()|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)"
                    + "|(?<number>\\d+)|(?<other>\\.\\.\\.|::|[*()\\[\\],^&<>]|.))");
    private static final String NO_PLACE = ":0:0";
    private static final Set<String> QUALIFIERS = Set.of("const", "volatile", "restrict", "__restrict");
    private static final Set<String> BASIC = Set.of(
            "void",
            "char",
            "short",
            "int",
            "long",
            "float",
            "double",
            "signed",
            "unsigned",
            "_Bool",
            "bool",
            "_Complex",
            "wchar_t",
            "char16_t",
            "char32_t");
    private static final Set<String> NULLABILITY =
            Set.of("_Nonnull", "_Nullable", "_Null_unspecified", "_Nullable_result");
    private static final Set<String> UNKNOWN = Set.of(
            "_Atomic",
            "__int128",
            "_Float16",
            "_BitInt",
            "_Imaginary",
            "typeof",
            "__auto_type",
            "auto",
            "__bf16",
            "_Float128",
            "__float128",
            "__ibm128",
            "_Decimal32",
            "_Decimal64",
            "_Decimal128",
            "class",
            "typename",
            "_Accum",
            "_Fract",
            "_Sat",
            "__SVInt8_t");
    private static final int MAX_DEPTH = 200;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private enum Kind {
        WORD,
        NUMBER,
        UNNAMED,
        ATTRIBUTE,
        OTHER
    }

    private record Token(Kind kind, String text) {}

    private CTypeParser(String text) throws UnreadableTypeException {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && !text.substring(end).isBlank()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new UnreadableTypeException(text);
            }
            end = matcher.end();
            if (matcher.group("attribute") != null) {
                int close = closing(text, end);
                tokens.add(new Token(Kind.ATTRIBUTE, text.substring(end, close - 2)));
                end = close;
            } else if (matcher.group("at") != null) {
                tokens.add(new Token(Kind.UNNAMED, matcher.group("at")));
            } else if (matcher.group("word") != null) {
                tokens.add(new Token(Kind.WORD, matcher.group("word")));
            } else if (matcher.group("number") != null) {
                tokens.add(new Token(Kind.NUMBER, matcher.group("number")));
            } else {
                tokens.add(new Token(Kind.OTHER, matcher.group("other")));
            }
        }
    }

    /** Where the two parentheses of an attribute are closed. */
    private static int closing(String text, int from) throws UnreadableTypeException {
        int open = 2;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '(') {
                open++;
            } else if (text.charAt(i) == ')' && --open == 0) {
                return i + 1;
            }
        }
        throw new UnreadableTypeException(text);
    }

    /**
     * Reads a type.
     *
     * @throws UnreadableTypeException if no cdef can have it
     */
    public static CTypeText parse(String text) throws UnreadableTypeException {
        CTypeParser parser = new CTypeParser(text);
        CTypeText type = parser.type();
        if (parser.at < parser.tokens.size()) {
            throw new UnreadableTypeException(text);
        }
        return type;
    }

    private CTypeText type() throws UnreadableTypeException {
        if (++depth > MAX_DEPTH) {
            throw new UnreadableTypeException(text);
        }
        CTypeText base = base();
        CTypeText type = declarator().apply(base);
        depth--;
        return type;
    }

    private CTypeText base() throws UnreadableTypeException {
        List<String> qualifiers = new ArrayList<>();
        List<String> words = new ArrayList<>();
        CTypeText found = null;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.kind() == Kind.ATTRIBUTE) {
                refuseVector(token.text());
                at++;
            } else if (token.kind() != Kind.WORD) {
                break;
            } else if (QUALIFIERS.contains(token.text())) {
                qualifiers.add(token.text());
                at++;
            } else if (NULLABILITY.contains(token.text()) || token.text().startsWith("__unsafe")) {
                at++;
            } else if (UNKNOWN.contains(token.text())) {
                throw new UnreadableTypeException(text);
            } else if (BASIC.contains(token.text()) && found == null && (words.isEmpty() || !only(words, "wchar_t"))) {
                words.add(token.text());
                at++;
            } else if (Set.of("struct", "union", "enum").contains(token.text())) {
                at++;
                found = tagged(token.text());
            } else if (found == null && words.isEmpty()) {
                found = new CTypeText.Named(token.text());
                at++;
                if (is("::")) {
                    throw new UnreadableTypeException(text);
                }
            } else {
                break;
            }
        }
        if (found == null) {
            if (words.isEmpty()) {
                throw new UnreadableTypeException(text);
            }
            found = new CTypeText.Basic(
                    String.join(" ", words).replace("bool", "_Bool").replace("__Bool", "_Bool"));
        }
        return qualifiers.isEmpty() ? found : new CTypeText.Qualified(join(qualifiers), found);
    }

    private static boolean only(List<String> words, String word) {
        return words.size() == 1 && words.get(0).equals(word);
    }

    private static String withoutPlace(String id) {
        return id.endsWith(NO_PLACE) ? id.substring(0, id.length() - NO_PLACE.length()) : id;
    }

    private CTypeText tagged(String kind) throws UnreadableTypeException {
        String tag = "";
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.kind() == Kind.UNNAMED) {
                at++;
                return new CTypeText.Unnamed(kind, withoutPlace(token.text()));
            } else if (token.kind() == Kind.WORD && tag.isEmpty() && !QUALIFIERS.contains(token.text())) {
                tag = token.text();
                at++;
            } else if (token.text().equals("::")) {
                tag = "";
                at++;
            } else {
                break;
            }
        }
        if (tag.isEmpty()) {
            throw new UnreadableTypeException(text);
        }
        return new CTypeText.Tagged(kind, tag);
    }

    /** Parses the text around the name that an abstract declarator lacks, as a function of the base. */
    private UnaryOperator<CTypeText> declarator() throws UnreadableTypeException {
        if (++depth > MAX_DEPTH) {
            throw new UnreadableTypeException(text);
        }
        UnaryOperator<CTypeText> pointers = UnaryOperator.identity();
        while (is("*") || at < tokens.size() && tokens.get(at).kind() == Kind.ATTRIBUTE) {
            if (!is("*")) {
                refuseVector(tokens.get(at++).text());
                continue;
            }
            at++;
            List<String> qualifiers = new ArrayList<>();
            while (at < tokens.size() && tokens.get(at).kind() == Kind.WORD) {
                String word = tokens.get(at).text();
                if (QUALIFIERS.contains(word)) {
                    qualifiers.add(word);
                } else if (!NULLABILITY.contains(word)) {
                    throw new UnreadableTypeException(text);
                }
                at++;
            }
            UnaryOperator<CTypeText> before = pointers;
            pointers = type -> new CTypeText.Pointer(before.apply(type), join(qualifiers));
        }
        UnaryOperator<CTypeText> inner = UnaryOperator.identity();
        if (is("(") && opensGroup()) {
            at++;
            inner = declarator();
            expect(")");
        }
        List<UnaryOperator<CTypeText>> suffixes = new ArrayList<>();
        while (is("[") || is("(") || at < tokens.size() && tokens.get(at).kind() == Kind.ATTRIBUTE) {
            if (is("[")) {
                suffixes.add(array());
            } else if (is("(")) {
                suffixes.add(function());
            } else {
                String attribute = tokens.get(at++).text();
                refuseVector(attribute);
            }
        }
        UnaryOperator<CTypeText> outer = inner;
        UnaryOperator<CTypeText> stars = pointers;
        depth--;
        return type -> {
            CTypeText result = stars.apply(type);
            for (int i = suffixes.size() - 1; i >= 0; i--) {
                result = suffixes.get(i).apply(result);
            }
            return outer.apply(result);
        };
    }

    /** A parenthesis opens a group if a star follows, maybe after attributes; otherwise it opens parameters. */
    private boolean opensGroup() {
        int next = at + 1;
        while (next < tokens.size() && tokens.get(next).kind() == Kind.ATTRIBUTE) {
            next++;
        }
        return next < tokens.size()
                && (tokens.get(next).text().equals("*")
                        || tokens.get(next).text().equals("("));
    }

    private UnaryOperator<CTypeText> array() throws UnreadableTypeException {
        expect("[");
        String length = "";
        while (at < tokens.size() && !is("]")) {
            Token token = tokens.get(at++);
            if (token.kind() == Kind.NUMBER) {
                length = token.text();
            } else if (!token.text().equals("static") && !QUALIFIERS.contains(token.text())) {
                throw new UnreadableTypeException(text);
            }
        }
        expect("]");
        String fixed = length;
        return type -> new CTypeText.Array(type, fixed);
    }

    private UnaryOperator<CTypeText> function() throws UnreadableTypeException {
        expect("(");
        List<CTypeText> parameters = new ArrayList<>();
        boolean variadic = false;
        while (!is(")")) {
            if (is("...")) {
                variadic = true;
                at++;
            } else {
                parameters.add(type());
            }
            if (is(",")) {
                at++;
            } else if (!is(")")) {
                throw new UnreadableTypeException(text);
            }
        }
        expect(")");
        String convention = "";
        while (at < tokens.size() && tokens.get(at).kind() == Kind.ATTRIBUTE) {
            if (tokens.get(at).text().contains("stdcall")) {
                convention = "__stdcall";
            }
            at++;
        }
        if (parameters.size() == 1 && parameters.get(0).equals(new CTypeText.Basic("void"))) {
            parameters.clear();
        }
        boolean dots = variadic;
        String called = convention;
        return type -> new CTypeText.Function(type, parameters, dots, called);
    }

    private void refuseVector(String attribute) throws UnreadableTypeException {
        if (attribute.contains("vector")
                || attribute.contains("address_space")
                || attribute.contains("fastcall")
                || attribute.contains("vectorcall")
                || attribute.contains("ms_abi")
                || attribute.contains("sysv_abi")) {
            throw new UnreadableTypeException(text);
        }
    }

    private boolean is(String other) {
        return at < tokens.size()
                && tokens.get(at).kind() == Kind.OTHER
                && tokens.get(at).text().equals(other);
    }

    private void expect(String other) throws UnreadableTypeException {
        if (!is(other)) {
            throw new UnreadableTypeException(text);
        }
        at++;
    }

    private static String join(List<String> qualifiers) {
        return String.join(" ", qualifiers).replace("__restrict", "restrict");
    }
}
