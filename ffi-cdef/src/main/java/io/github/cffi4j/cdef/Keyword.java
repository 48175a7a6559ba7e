package io.github.cffi4j.cdef;

import io.github.cffi4j.cdef.Declarator.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A reserved word where a type may stand.
 *
 * @param role what kind of word it is
 * @param plain the standard spelling, where compilers have others
 */
record Keyword(Role role, String plain) {

    /** The use of a word in a declaration. The first, up to {@code THREAD_LOCAL}, stand before or in a type. */
    enum Role {
        TYPE,
        TAG,
        QUALIFIER,
        STORAGE,
        /** {@code inline} and the like: a matter of the definition, so a declaration does without. */
        FUNCTION_SPECIFIER,
        THREAD_LOCAL,
        CONVENTION,
        NULLABILITY,
        GNU_ATTRIBUTE,
        DECLSPEC,
        ASSEMBLER,
        STATIC_ASSERTION,
        /** {@code _Alignas(16)}. */
        ALIGNMENT,
        SIZE,
        /** Valid C that we do not take. */
        UNSUPPORTED,
        STATEMENT
    }

    private static final Map<String, Keyword> WORDS = words();

    /** The keyword that a token is, if it is one. */
    static Optional<Keyword> of(Token token) {
        return token.isName() ? Optional.ofNullable(WORDS.get(token.text())) : Optional.empty();
    }

    static boolean is(Token token, Role role) {
        Keyword keyword = token.isName() ? WORDS.get(token.text()) : null;
        return keyword != null && keyword.role == role;
    }

    /** Returns true if a new declaration starts at a token where one seems to end. */
    static boolean startsDeclaration(Token token) {
        return is(token, Role.TYPE) || is(token, Role.TAG) || is(token, Role.STORAGE);
    }

    /** Returns true if a type starts with the word. */
    boolean startsType() {
        return role.compareTo(Role.THREAD_LOCAL) <= 0 || role == Role.UNSUPPORTED;
    }

    /** The qualifier that the word is. */
    Qualifier qualifier() {
        for (Qualifier qualifier : Qualifier.values()) {
            if (qualifier.keyword().equals(plain)) {
                return qualifier;
            }
        }
        throw new IllegalArgumentException(plain);
    }

    /** The calling convention that the word is. */
    Modifier.Convention convention(Token token) {
        CType.CallingConvention convention =
                plain.equals("__cdecl") ? CType.CallingConvention.CDECL : CType.CallingConvention.STDCALL;
        return new Modifier.Convention(convention, token.span());
    }

    private static Map<String, Keyword> words() {
        Map<String, Keyword> words = new HashMap<>();
        add(words, Role.TYPE, "void", "_Bool", "char", "short", "int", "long", "float", "double");
        alias(words, Role.TYPE, "signed", "signed", "__signed", "__signed__");
        add(words, Role.TYPE, "unsigned");
        alias(words, Role.TYPE, "_Complex", "_Complex", "__complex__");
        add(words, Role.TAG, "struct", "union", "enum");
        alias(words, Role.QUALIFIER, "const", "const", "__const", "__const__");
        alias(words, Role.QUALIFIER, "volatile", "volatile", "__volatile", "__volatile__");
        alias(words, Role.QUALIFIER, "restrict", "restrict", "__restrict", "__restrict__");
        add(words, Role.STORAGE, "typedef", "extern", "static", "register", "auto");
        alias(words, Role.FUNCTION_SPECIFIER, "inline", "inline", "__inline", "__inline__", "__forceinline");
        add(words, Role.FUNCTION_SPECIFIER, "_Noreturn", "__extension__");
        add(words, Role.THREAD_LOCAL, "_Thread_local", "thread_local", "__thread");
        alias(words, Role.CONVENTION, "__stdcall", "__stdcall", "WINAPI");
        add(words, Role.CONVENTION, "__cdecl");
        add(words, Role.NULLABILITY, "_Nonnull", "_Nullable", "_Null_unspecified", "__nonnull", "__nullable");
        add(words, Role.GNU_ATTRIBUTE, "__attribute__", "__attribute");
        add(words, Role.DECLSPEC, "__declspec");
        add(words, Role.ASSEMBLER, "asm", "__asm", "__asm__");
        add(words, Role.STATIC_ASSERTION, "_Static_assert", "static_assert");
        add(words, Role.SIZE, "sizeof");
        alias(words, Role.SIZE, "_Alignof", "_Alignof", "alignof", "__alignof", "__alignof__");
        add(words, Role.ALIGNMENT, "_Alignas", "alignas");
        add(words, Role.UNSUPPORTED, "_Atomic", "_BitInt", "_Generic", "_Imaginary");
        add(words, Role.UNSUPPORTED, "_Decimal32", "_Decimal64", "_Decimal128", "_Float16", "_Float32", "_Float64");
        add(words, Role.UNSUPPORTED, "_Float128", "__float128", "__int128", "__int128_t", "__uint128_t", "__bf16");
        add(words, Role.UNSUPPORTED, "__int8", "__int16", "__int32", "__int64", "typeof", "__typeof__", "__typeof");
        add(words, Role.UNSUPPORTED, "__auto_type", "constexpr", "__fastcall", "__vectorcall", "__thiscall");
        add(words, Role.STATEMENT, "break", "case", "continue", "default", "do", "else", "for", "goto", "if");
        add(words, Role.STATEMENT, "return", "switch", "while");
        return Map.copyOf(words);
    }

    private static void add(Map<String, Keyword> words, Role role, String... spellings) {
        for (String spelling : spellings) {
            words.put(spelling, new Keyword(role, spelling));
        }
    }

    private static void alias(Map<String, Keyword> words, Role role, String plain, String... spellings) {
        for (String spelling : spellings) {
            words.put(spelling, new Keyword(role, plain));
        }
    }
}
