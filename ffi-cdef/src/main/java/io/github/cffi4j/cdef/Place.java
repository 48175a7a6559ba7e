package io.github.cffi4j.cdef;

/** Where a type and its declarator stand: it settles what they may hold. */
enum Place {
    TOP_LEVEL,
    FIELD,
    PARAMETER,
    /** In a cast or {@code sizeof}: a type without a name. */
    TYPE_NAME
}
