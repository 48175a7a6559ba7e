package io.github.cffi4j.dynamic;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.model.CSpelling;

/**
 * Tells whether C takes a function of one type for one of another. The text with all typedefs followed is written only when it
 * is asked for: of types that name each other, it can be of any length.
 *
 * @param spelling that follows typedefs
 */
record FunctionIdentity(CSpelling spelling, CType.Function type) {
    boolean same(FunctionIdentity other) {
        return type == other.type || spelling.typeName(type).equals(other.spelling.typeName(other.type));
    }
}
