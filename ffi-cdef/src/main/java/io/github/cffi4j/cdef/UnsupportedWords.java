package io.github.cffi4j.cdef;

import java.util.Set;

/** Explains words of C and C++ that a cdef cannot use. */
final class UnsupportedWords {
    private static final Set<String> CPLUSPLUS = Set.of(
            "class",
            "template",
            "namespace",
            "using",
            "public",
            "private",
            "protected",
            "virtual",
            "operator",
            "friend",
            "explicit",
            "typename",
            "mutable",
            "decltype",
            "export",
            "consteval",
            "constinit",
            "noexcept");

    private UnsupportedWords() {}

    static boolean isCplusplus(Token token) {
        return token.isName() && CPLUSPLUS.contains(token.text());
    }

    static SyntaxError cplusplus(Token token) {
        return Grammar.error(
                token.span(),
                "'" + token.text() + "' is C++: a cdef holds C declarations",
                "wrap it in extern \"C\" functions in a .cpp file, and declare those");
    }

    static SyntaxError statement(Token token) {
        return Grammar.error(
                token.span(),
                "'" + token.text() + "' starts a statement: a cdef holds declarations only",
                "move the code into a C function beside the cdef");
    }

    static SyntaxError error(Token token) {
        return Grammar.error(token.span(), "'" + token.text() + "' is not supported", fix(token.text()));
    }

    private static String fix(String word) {
        return switch (word) {
            case "_Atomic" -> "access it through C functions";
            case "constexpr" -> "write 'static const' instead";
            case "__int8" -> "write 'signed char' or 'int8_t' instead";
            case "__int16" -> "write 'short' or 'int16_t' instead";
            case "__int32" -> "write 'int' or 'int32_t' instead";
            case "__int64" -> "write 'long long' or 'int64_t' instead";
            case "__fastcall", "__vectorcall", "__thiscall" ->
                "wrap the function in a C function of the usual convention";
            case "typeof", "__typeof", "__typeof__", "__auto_type" ->
                "write the type itself, or 'typedef int... name;'";
            default -> "convert to and from a supported type in a C function beside the cdef";
        };
    }
}
