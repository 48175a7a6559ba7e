package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedComposite.Field;

/** The C expressions for fields. */
final class Fields {

    private Fields() {}

    /** The field as a C expression, for {@code sizeof}. */
    static String value(ResolvedComposite owner, Field field) {
        return "((" + owner.cName() + " *)0)->" + field.cName();
    }
}
