package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Primitive;
import io.github.cffi4j.cdef.Qualifier;
import io.github.cffi4j.cdef.model.PredefinedTypedefs;
import io.github.cffi4j.cdef.model.ResolvedFunction.Contents;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.cdef.model.ScalarKind;
import io.github.cffi4j.cdef.model.TypedefChains;
import java.util.Set;

/** Finds out what C takes behind a pointer: text, bytes, or data of any kind. */
final class PointerContents {
    /** Names of integers that are characters; WCHAR and TCHAR are Windows' own. */
    private static final Set<String> WIDE_CHARACTERS = Set.of("wchar_t", "char16_t", "char32_t", "WCHAR", "TCHAR");

    private final TypedefChains chains;

    PointerContents(TypedefChains chains) {
        this.chains = chains;
    }

    /** Returns the data that C finds behind a parameter of this type, whatever typedefs say. */
    Contents of(CType type) {
        if (!(chains.unaliased(type) instanceof CType.Pointer pointer)) {
            return Contents.OTHER;
        }
        Set<Qualifier> qualifiers = chains.qualifiers(pointer.target());
        boolean constant = qualifiers.equals(Set.of(Qualifier.CONST));
        if (!constant && !qualifiers.isEmpty()) {
            return Contents.OTHER;
        } else if (character(pointer.target())) {
            return constant ? Contents.TEXT : Contents.TEXT_IF_CONST;
        } else if (constant && isVoid(pointer.target())) {
            return Contents.DATA;
        } else if (bytes(pointer.target())) {
            return constant ? Contents.BYTES : Contents.BYTES_WRITTEN;
        }
        return Contents.OTHER;
    }

    private boolean isVoid(CType type) {
        return chains.unaliased(type) instanceof CType.Keyword keyword && keyword.primitive() == Primitive.VOID;
    }

    /** Returns true if it is a byte and no character: {@code unsigned char}, {@code uint8_t}. */
    private boolean bytes(CType type) {
        CType found = chains.unaliased(type);
        return found instanceof CType.Keyword keyword && keyword.primitive() == Primitive.UNSIGNED_CHAR
                || found instanceof CType.Named named
                        && PredefinedTypedefs.named(named.name())
                                .filter(new ResolvedType.Scalar(ScalarKind.UINT8)::equals)
                                .isPresent();
    }

    private boolean character(CType type) {
        return chains.of(type).stream()
                .anyMatch(link -> link instanceof CType.Named named && WIDE_CHARACTERS.contains(named.name())
                        || link instanceof CType.Keyword keyword && keyword.primitive() == Primitive.CHAR);
    }
}
