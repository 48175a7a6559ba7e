package io.github.cffi4j.cdef;

/** The types C spells with keywords. Names such as {@code size_t} and {@code int32_t} are typedef names, not these. */
public enum Primitive {
    VOID("void"),
    BOOL("_Bool"),
    CHAR("char"),
    SIGNED_CHAR("signed char"),
    UNSIGNED_CHAR("unsigned char"),
    SHORT("short"),
    UNSIGNED_SHORT("unsigned short"),
    INT("int"),
    UNSIGNED_INT("unsigned int"),
    LONG("long"),
    UNSIGNED_LONG("unsigned long"),
    LONG_LONG("long long"),
    UNSIGNED_LONG_LONG("unsigned long long"),
    FLOAT("float"),
    DOUBLE("double"),
    LONG_DOUBLE("long double"),
    FLOAT_COMPLEX("float _Complex"),
    DOUBLE_COMPLEX("double _Complex"),
    LONG_DOUBLE_COMPLEX("long double _Complex");

    private final String spelling;

    Primitive(String spelling) {
        this.spelling = spelling;
    }

    /** How C spells it. */
    public String spelling() {
        return spelling;
    }
}
