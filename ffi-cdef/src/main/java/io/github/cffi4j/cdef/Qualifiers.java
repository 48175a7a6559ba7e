package io.github.cffi4j.cdef;

/** Understands the words that may stand beside a type or a {@code *}. */
final class Qualifiers {

    private Qualifiers() {}

    static Qualifier of(Keyword keyword) {
        for (Qualifier qualifier : Qualifier.values()) {
            if (qualifier.keyword().equals(keyword.plain())) {
                return qualifier;
            }
        }
        throw new IllegalArgumentException(keyword.plain());
    }

    static Modifier.Convention convention(Token token, Keyword keyword) {
        CType.CallingConvention convention =
                keyword.plain().equals("__cdecl") ? CType.CallingConvention.CDECL : CType.CallingConvention.STDCALL;
        return new Modifier.Convention(convention, token.span());
    }

    static void noteNullability(Token token, Diagnostics diagnostics) {
        diagnostics.note(token.span(), "'" + token.text() + "' has no effect", "null is passed to C as it is");
    }
}
