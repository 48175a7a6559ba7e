package io.github.cffi4j.compiler.verify;

/** The subject of a claim. A claim that depends on others has a higher rank: if one of a lower rank fails, it is not reported. */
enum ClaimKind {
    /** The type exists and is complete. */
    TYPE(0),
    /** The integer type is one, of 1, 2, 4 or 8 bytes. */
    INTEGER_TYPE(0),
    /** The floating type is one, a float or a double. */
    FLOATING_TYPE(0),
    /** The typedef stands for such a type. */
    TYPEDEF(1),
    /** The macro or enumerator exists and is an integer. */
    CONSTANT(0),
    /** It has the value. */
    CONSTANT_VALUE(1),
    /** Its value is one of the type's. */
    CONSTANT_RANGE(2),
    /** The constant with a type exists and has that type. */
    TYPED_CONSTANT(0),
    /** The global variable exists and has that type. */
    GLOBAL(0),
    /** Java may write to it. */
    GLOBAL_WRITABLE(1),
    /** The function exists, takes so many arguments and returns such a result. */
    FUNCTION(0),
    /** A parameter has the type. */
    PARAMETER(1),
    /** The field exists. */
    FIELD(1),
    /** It has the type. */
    FIELD_TYPE(2),
    /** The bitfield has so many bits. */
    BITFIELD_WIDTH(2),
    /** A dimension of an array has the length. */
    ARRAY_LENGTH(2),
    /** It lies where the cdef puts it. */
    FIELD_OFFSET(3),
    /** The struct has the size the cdef gives it. */
    SIZE(4),
    /** It has the alignment the cdef gives it. */
    ALIGNMENT(5);

    private final int rank;

    ClaimKind(int rank) {
        this.rank = rank;
    }

    int rank() {
        return rank;
    }
}
