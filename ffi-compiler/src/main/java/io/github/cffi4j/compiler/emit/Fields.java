package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.compiler.resolve.ResolvedComposite;
import io.github.cffi4j.compiler.resolve.ResolvedComposite.Field;

/** The facts about a field that Java and C both need. */
final class Fields {

    private Fields() {}

    /** The field as a C expression, for {@code sizeof}. */
    static String value(ResolvedComposite owner, Field field) {
        return "((" + owner.cName() + " *)0)->" + field.cName();
    }

    /** The native method that reads a bitfield. */
    static String bitReader(ResolvedComposite owner, Field field) {
        return "ffi_get_" + owner.javaName() + "_" + field.cName();
    }

    /** The native method that writes a bitfield. */
    static String bitWriter(ResolvedComposite owner, Field field) {
        return "ffi_set_" + owner.javaName() + "_" + field.cName();
    }
}
