package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.compiler.resolve.ResolvedComposite;
import io.github.cffi4j.compiler.resolve.ResolvedComposite.Field;
import io.github.cffi4j.compiler.resolve.ResolvedType;

/** What Java and C both need to know of a field. */
final class Fields {

    private Fields() {}

    /** The field as a C expression, for {@code sizeof}. */
    static String value(ResolvedComposite owner, Field field) {
        return "((" + owner.cName() + " *)0)->" + field.cName();
    }

    /** Whether it is a stretch of memory that is seen through a view: a struct or an array. */
    static boolean inPlace(ResolvedType type) {
        return type instanceof ResolvedType.Composite || type instanceof ResolvedType.Array;
    }

    /** Whether it is an array whose length C does not know: {@code T a[]} at the end of a struct. */
    static boolean openEnded(Field field) {
        return field.type() instanceof ResolvedType.Array array && array.openEnded();
    }

    /** The type of what an array holds at its innermost; the type itself if it is no array. */
    static ResolvedType element(ResolvedType type) {
        ResolvedType element = type;
        while (element instanceof ResolvedType.Array array) {
            element = array.element();
        }
        return element;
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
