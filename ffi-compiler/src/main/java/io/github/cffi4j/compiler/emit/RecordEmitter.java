package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedComposite.Field;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.text.Text;
import java.util.stream.Collectors;

/** Writes the record of a struct's fields, and the ways to it and back: {@code [[ffi::record]]}. */
final class RecordEmitter {
    /** The name of the record, in the struct's class. */
    private static final String NAME = "Value";

    private final JavaWriter out;
    private final Crossings types;

    RecordEmitter(JavaWriter out, Crossings types) {
        this.out = out;
        this.types = types;
    }

    void emit(ResolvedComposite composite) {
        String components = composite.fields().stream()
                .map(field -> component(field) + " " + types.names().of(composite, field))
                .collect(Collectors.joining(", "));
        out.blank()
                .javadoc("The values of the fields, without C memory: immutable, and equal if the values are.")
                .lines(Text.format("public record %s(%s) {}", NAME, components));
        out.blank()
                .javadoc("A copy of the fields' values.")
                .open(Text.format("public %s toRecord()", NAME))
                .lines(Text.format(
                        "return new %s(%s);",
                        NAME,
                        composite.fields().stream()
                                .map(field -> read(composite, field))
                                .collect(Collectors.joining(", "))))
                .close();
        out.blank()
                .javadoc("Gives the fields these values. Those before one that does not fit its C type are set, then.")
                .open(Text.format("public %s set(%s value)", types.names().of(composite), NAME));
        composite.fields().forEach(field -> out.lines(write(composite, field)));
        out.lines("return this;").close();
    }

    private String component(Field field) {
        String type = types.of(field.type()).javaType();
        return nested(field) ? type + "." + NAME : field.bits().isPresent() ? BitfieldEmitter.type(field, types) : type;
    }

    private String read(ResolvedComposite composite, Field field) {
        return types.names().of(composite, field) + (nested(field) ? "().toRecord()" : "()");
    }

    private String write(ResolvedComposite composite, Field field) {
        return Text.format(
                nested(field) ? "%1$s().set(value.%1$s());" : "%1$s(value.%1$s());",
                types.names().of(composite, field));
    }

    /** A struct; no array is in a record. */
    private boolean nested(Field field) {
        return types.of(field.type()).inPlace();
    }
}
