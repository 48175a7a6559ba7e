package io.github.cffi4j.build.emit;

import io.github.cffi4j.build.resolve.ResolvedComposite;
import io.github.cffi4j.build.resolve.ResolvedComposite.Field;
import io.github.cffi4j.build.resolve.ResolvedFloat;
import io.github.cffi4j.build.resolve.ResolvedInteger;
import java.util.stream.Collectors;

/** Writes the classes that stand for C types: views of structs, handles, integers behind a pointer. */
final class StructEmitter {
    /** javac's stack ends at some thousand operands. */
    private static final int LONGEST_CONCATENATION = 200;

    private final JavaWriter out;
    private final JavaTypes types;
    private final LayoutTable table;

    StructEmitter(JavaWriter out, JavaTypes types, LayoutTable table) {
        this.out = out;
        this.types = types;
        this.table = table;
    }

    void emit(ResolvedComposite composite) {
        String name = composite.javaName();
        out.blank().javadoc(JavadocText.block(composite.declaration()));
        out.open("public static final class " + name + " extends Struct");
        pointerType(
                name,
                "Native.LAYOUT.get(%d), Native.LAYOUT.get(%d)"
                        .formatted(table.sizeIndex(composite.cName()), table.alignmentIndex(composite.cName())));
        for (Field field : composite.fields()) {
            if (field.bits().isEmpty()) {
                out.lines("private static final long %s = Native.LAYOUT.get(%d);"
                        .formatted(offset(field), table.offsetIndex(composite.cName(), field.cName())));
            }
        }
        out.blank().lines("private %s(Segment segment) {\n    super(segment);\n}".formatted(name));
        factories(name);
        elements(name);
        composite.fields().forEach(field -> accessors(composite, field));
        describe(composite);
        out.close();
    }

    void emitHandle(ResolvedComposite handle) {
        String name = handle.javaName();
        out.blank().javadoc(JavadocText.code(handle.declaration()));
        out.open("public static final class " + name + " extends Opaque");
        pointerType(name, "PointerType.UNKNOWN_SIZE");
        out.blank().lines("private %s(Segment segment) {\n    super(segment);\n}".formatted(name));
        cast(name);
        references(name);
        out.close();
    }

    void emitInteger(ResolvedInteger integer) {
        String name = integer.type().javaName();
        out.blank().javadoc("{@code " + integer.type().cName() + " *}: as wide as the platform makes it.");
        out.open("public static final class " + name + " extends IntegerPointer");
        pointerType(name, "Native." + NativeEmitter.integerName(integer.type()) + ".size()");
        out.blank()
                .lines("private %s(Segment segment) {\n    super(segment, Native.%s);\n}"
                        .formatted(name, NativeEmitter.integerName(integer.type())));
        factories(name);
        out.close();
    }

    void emitFloat(ResolvedFloat floating) {
        String name = floating.type().javaName();
        out.blank().javadoc("{@code " + floating.type().cName() + " *}: as wide as the platform makes it.");
        out.open("public static final class " + name + " extends FloatingPointer");
        pointerType(name, "Native." + name + ".size()");
        out.blank().lines("private %1$s(Segment segment) {\n    super(segment, Native.%1$s);\n}".formatted(name));
        factories(name);
        out.close();
    }

    private void pointerType(String name, String size) {
        out.javadoc("Makes pointers to it.");
        out.lines("public static final PointerType<%1$s> TYPE = new PointerType<>(\"%1$s\", %2$s, %1$s::new);"
                .formatted(name, size));
    }

    private void factories(String name) {
        out.blank()
                .javadoc("A new one, zeroed, freed with the Java object.")
                .lines("public static %s allocate() {\n    return TYPE.allocate();\n}".formatted(name));
        out.blank()
                .javadoc("A new one, zeroed, freed with the arena.")
                .lines("public static %s allocate(Arena arena) {\n    return TYPE.allocate(arena);\n}".formatted(name));
        out.blank()
                .javadoc("An array of new ones, zeroed, freed with the arena.")
                .lines(
                        "public static %s allocate(Arena arena, long count) {\n    return TYPE.allocate(arena, count);\n}"
                                .formatted(name));
        cast(name);
        references(name);
    }

    private void cast(String name) {
        out.blank()
                .javadoc("What a pointer points to, seen as this type: a C cast.")
                .lines("public static %s at(Pointer pointer) {\n    return TYPE.at(pointer);\n}".formatted(name));
    }

    private void references(String name) {
        out.blank()
                .javadoc("A pointer to a pointer to it that holds NULL: an out-parameter.")
                .lines("public static Ref<%s> ref(Arena arena) {\n    return TYPE.ref(arena);\n}".formatted(name));
    }

    private void elements(String name) {
        out.blank()
                .javadoc("{@code p[index]}, as a view.")
                .lines("public %s get(long index) {\n    return TYPE.element(this, index);\n}".formatted(name));
    }

    /** {@code timeval{tv_sec=1, tv_usec=5}}. */
    private void describe(ResolvedComposite composite) {
        out.blank().lines("@Override").open("public String toString()");
        if (composite.fields().size() > LONGEST_CONCATENATION) {
            out.lines("StringBuilder text = new StringBuilder(\"" + composite.javaName() + "{\");");
            String separator = "";
            for (Field field : composite.fields()) {
                out.lines("text.append(\"%s%s=\").append(%s());".formatted(separator, field.cName(), field.javaName()));
                separator = ", ";
            }
            out.lines("return text.append('}').toString();").close();
            return;
        }
        String shown = composite.fields().stream()
                .map(field -> field.cName() + "=\" + " + field.javaName() + "()")
                .collect(Collectors.joining(" + \", "));
        String text = shown.isEmpty()
                ? "\"" + composite.javaName() + "{}\""
                : "\"" + composite.javaName() + "{" + shown + " + \"}\"";
        out.lines("return " + text + ";").close();
    }

    private void accessors(ResolvedComposite composite, Field field) {
        if (field.bits().isPresent()) {
            new BitfieldEmitter(out, table).emit(composite, field);
            return;
        }
        new FieldEmitter(out, types)
                .emit(
                        field,
                        new FieldEmitter.Place(
                                "segment()",
                                offset(field),
                                size(composite, field),
                                composite.javaName() + "." + field.cName(),
                                "public",
                                composite.javaName(),
                                false));
    }

    private String size(ResolvedComposite composite, Field field) {
        if (Fields.openEnded(field)) {
            // As far as the memory goes; where nobody knows, there is no bound.
            return "Math.max(0, segment().byteSize() - " + offset(field) + ")";
        }
        return Fields.inPlace(field.type())
                ? "Native.LAYOUT.get(" + table.valueSizeIndex(Fields.value(composite, field)) + ")"
                : "";
    }

    private static String offset(Field field) {
        return "offset_" + field.cName();
    }
}
