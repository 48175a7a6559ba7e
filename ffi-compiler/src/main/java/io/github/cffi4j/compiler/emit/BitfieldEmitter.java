package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedComposite.Field;
import io.github.cffi4j.compiler.emit.crossing.Carrier;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.text.Text;

/** Writes the accessors of bitfields: C alone knows where the bits are, so C reads and writes them. */
final class BitfieldEmitter {
    private final JavaWriter out;
    private final Crossings types;
    private final LayoutTable table;
    private final PlatformGuards guards;
    private final CSpelling spelling;

    BitfieldEmitter(JavaWriter out, Crossings types, LayoutTable table, PlatformGuards guards, CSpelling spelling) {
        this.spelling = spelling;
        this.guards = guards;
        this.out = out;
        this.types = types;
        this.table = table;
    }

    /** Returns the type of its accessors in Java. */
    static String type(Field field, Crossings types) {
        boolean truth = types.of(field.type()).carrier() == Carrier.BOOLEAN;
        return truth ? "boolean" : narrow(field) ? "int" : "long";
    }

    void emit(ResolvedComposite owner, Field field) {
        String type = type(field, types);
        boolean truth = type.equals("boolean");
        // The whole struct must be there: where in it C looks is not known here.
        String address = "segment().slice(0, " + types.layout(table.sizeIndex(owner.cName())) + ").address()";
        String read = types.nativeClass() + "." + types.natives().bitReader(owner, field) + "(" + address + ")";
        accessor(
                owner,
                field,
                type,
                "",
                "return " + (truth ? read + " != 0" : type.equals("int") ? "(int) " + read : read) + ";");
        if (!field.constant()) {
            String value = truth ? "value ? 1 : 0" : checked(owner, field);
            String write = Text.format(
                    "%s.%s(%s, %s);", types.nativeClass(), types.natives().bitWriter(owner, field), address, value);
            accessor(owner, field, types.names().of(owner), type + " value", write + "\nreturn this;");
        }
    }

    private String checked(ResolvedComposite owner, Field field) {
        return Text.format(
                "%1$s.LAYOUT.bits(%2$s, %1$s.%3$s, %1$s.%4$s).check(value, \"%5$s.%6$s\")",
                types.nativeClass(),
                JavaWriter.literal(declared(field)),
                table.widthIndex(field),
                table.bitfieldIntegerIndex(field),
                types.names().of(owner),
                field.cName());
    }

    /** A bitfield as C declares it alone, whatever it was declared with. */
    private String declared(Field field) {
        return spelling.declare(field.declared(), field.cName()) + " : "
                + field.bits().orElseThrow();
    }

    private void accessor(ResolvedComposite owner, Field field, String result, String parameters, String body) {
        String key = ConditionalBinding.field(owner.cName(), field.cName());
        out.blank()
                .javadoc(DocComment.tagged(
                        guards.throwing(key, FieldEmitter.javadoc(field, types.of(field.type()), parameters)),
                        DocComment.of(field.declaration()).deprecation()));
        out.open(Text.format("public %s %s(%s)", result, types.names().of(owner, field), parameters));
        out.lines(guards.require(key, types.names().of(owner) + "." + field.cName()));
        out.open("try").lines(body);
        out.closeAndOpen("finally").lines("Reference.reachabilityFence(this);").close();
        out.close();
    }

    /** Returns true if a Java int holds it: the width is written as a number below 32. */
    private static boolean narrow(Field field) {
        return field.bits().orElseThrow().matches("[12]?[0-9]|3[01]");
    }
}
