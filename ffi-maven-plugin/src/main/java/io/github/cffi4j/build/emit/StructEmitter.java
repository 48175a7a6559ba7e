package io.github.cffi4j.build.emit;

import io.github.cffi4j.build.resolve.ConditionalBinding;
import io.github.cffi4j.build.resolve.ResolvedComposite;
import io.github.cffi4j.build.resolve.ResolvedComposite.Field;
import io.github.cffi4j.build.resolve.ResolvedFloat;
import io.github.cffi4j.build.resolve.ResolvedInteger;
import io.github.cffi4j.build.resolve.ResolvedType;
import io.github.cffi4j.build.resolve.ScalarKind;

/** Writes the classes that stand for C types: views of structs, handles, integers behind a pointer. */
final class StructEmitter {
    private final JavaWriter out;
    private final JavaTypes types;
    private final LayoutTable table;
    private final PlatformGuards guards;

    StructEmitter(JavaWriter out, JavaTypes types, LayoutTable table, PlatformGuards guards) {
        this.guards = guards;
        this.out = out;
        this.types = types;
        this.table = table;
    }

    void emit(ResolvedComposite composite) {
        String name = composite.javaName();
        String key = composite.cName();
        out.blank().javadoc(guards.described(key, JavadocText.block(composite.declaration())));
        out.open("public static final class " + name + " extends Struct");
        out.javadoc("{@code sizeof(%s)}".formatted(key));
        out.lines("public static final long sizeof = %s;"
                .formatted(guards.ifHere(
                        key, "Native.LAYOUT.get(" + table.sizeIndex(key) + ")", "PointerType.UNKNOWN_SIZE")));
        pointerType(name, "sizeof, Native.LAYOUT.get(" + table.alignmentIndex(key) + ")");
        for (Field field : composite.fields()) {
            if (field.bits().isEmpty()) {
                offset(composite, field);
            }
        }
        out.blank().lines("private %s(Segment segment) {\n    super(segment);\n}".formatted(name));
        factories(name, guards.require(key, name));
        owned(name);
        elements(name, guards.require(key, name));
        composite.fields().forEach(field -> accessors(composite, field));
        if (composite.record()) {
            new RecordEmitter(out, types).emit(composite);
        }
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
        owned(name);
        out.close();
    }

    void emitInteger(ResolvedInteger integer) {
        String name = integer.type().javaName();
        String key = integer.type().cName();
        out.blank().javadoc(guards.described(key, "{@code " + key + " *}: as wide as the platform makes it."));
        out.open("public static final class " + name + " extends IntegerPointer<" + name + ">");
        pointerType(
                name,
                guards.ifHere(
                        key,
                        "Native." + NativeEmitter.integerName(integer.type()) + ".size()",
                        "PointerType.UNKNOWN_SIZE"));
        out.blank()
                .lines("private %s(Segment segment) {\n    super(segment, Native.%s);\n}"
                        .formatted(name, NativeEmitter.integerName(integer.type())));
        factories(name, guards.require(key, name));
        out.close();
    }

    void emitFloat(ResolvedFloat floating) {
        String name = floating.type().javaName();
        String key = floating.type().cName();
        String type = "Native." + NativeEmitter.floatingName(floating.type());
        out.blank().javadoc(guards.described(key, "{@code " + key + " *}: as wide as the platform makes it."));
        out.open("public static final class " + name + " extends FloatingPointer<" + name + ">");
        pointerType(name, guards.ifHere(key, type + ".size()", "PointerType.UNKNOWN_SIZE"));
        out.blank().lines("private %s(Segment segment) {\n    super(segment, %s);\n}".formatted(name, type));
        factories(name, guards.require(key, name));
        out.close();
    }

    private void pointerType(String name, String size) {
        out.javadoc("Makes pointers to it.");
        out.open(
                "public static final PointerType<%1$s> TYPE = new PointerType<>(\"%1$s\", %2$s)".formatted(name, size));
        out.lines("@Override").open("protected %1$s of(Segment segment)".formatted(name));
        out.lines("return new %1$s(segment);".formatted(name)).close();
        out.closeStatement();
    }

    private void factories(String name, String require) {
        factory("A new one, zeroed, freed with the Java object.", name, "", require + "return TYPE.allocate();");
        factory(
                "A new one, zeroed, freed with the arena.",
                name,
                "Arena arena",
                require + "return TYPE.allocate(arena);");
        factory(
                "An array of new ones, zeroed, freed with the arena.",
                name,
                "Arena arena, long count",
                require + "return TYPE.allocate(arena, count);");
        cast(name);
        references(name);
    }

    private void factory(String javadoc, String name, String parameters, String body) {
        out.blank()
                .javadoc(javadoc)
                .open("public static %s allocate(%s)".formatted(name, parameters))
                .lines(body)
                .close();
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

    private void owned(String name) {
        out.blank()
                .javadoc("A pointer that C gave, destroyed on closing, or when no Java object refers to it any more.")
                .open(
                        "public static Owned<%1$s> owned(%1$s pointer, java.util.function.Consumer<? super %1$s> destructor)"
                                .formatted(name))
                .lines("return TYPE.owned(pointer, destructor);")
                .close();
    }

    private void elements(String name, String require) {
        out.blank()
                .javadoc("{@code p[index]}, as a view.")
                .open("public %s get(long index)".formatted(name))
                .lines(require + "return new %s(element(index, sizeof));".formatted(name))
                .close();
    }

    /** {@code timeval{tv_sec=1, tv_usec=5}}. Nothing that a field points to is looked at. */
    private void describe(ResolvedComposite composite) {
        out.blank().lines("@Override").open("public String toString()");
        out.lines("return Struct.toString(this, sizeof);").close();
        out.blank().lines("@Override").open("protected void describe(java.lang.StringBuilder to)");
        for (Field field : composite.fields()) {
            String key = key(composite, field);
            String shown = "Struct.%s(to, \"%s\", %s());".formatted(form(field), field.cName(), field.javaName());
            if (guards.everywhere(key)) {
                out.lines(shown);
            } else {
                out.open("if (" + guards.here(key) + ")").lines(shown).close();
            }
        }
        out.close();
    }

    private static String form(Field field) {
        if (field.type() instanceof ResolvedType.Array array) {
            boolean text = array.element() instanceof ResolvedType.Scalar scalar && scalar.kind() == ScalarKind.CHAR;
            return text && !Fields.openEnded(field) ? "showText" : "showAddress";
        }
        return field.type() instanceof ResolvedType.Pointer ? "showAddress" : "show";
    }

    private static String key(ResolvedComposite composite, Field field) {
        return ConditionalBinding.field(composite.cName(), field.cName());
    }

    private void accessors(ResolvedComposite composite, Field field) {
        if (field.bits().isPresent()) {
            new BitfieldEmitter(out, types, table, guards).emit(composite, field);
            return;
        }
        new FieldEmitter(out, types, guards)
                .emit(
                        field,
                        new FieldEmitter.Place(
                                "segment()",
                                offset(field),
                                size(composite, field),
                                composite.javaName() + "." + field.cName(),
                                key(composite, field),
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

    /** The compiler tells it; public where it is one on all platforms. */
    private void offset(ResolvedComposite composite, Field field) {
        boolean everywhere = guards.everywhere(key(composite, field));
        if (everywhere) {
            out.javadoc("{@code offsetof(%s, %s)}".formatted(composite.cName(), field.cName()));
        }
        out.lines("%s static final long %s = Native.LAYOUT.get(%d);"
                .formatted(
                        everywhere ? "public" : "private",
                        offset(field),
                        table.offsetIndex(composite.cName(), field.cName())));
    }

    private static String offset(Field field) {
        return "offset_" + field.cName();
    }
}
