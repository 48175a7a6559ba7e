package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.Declared;
import io.github.cffi4j.cdef.model.ResolvedAlias;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedComposite.Field;
import io.github.cffi4j.cdef.model.ResolvedFloat;
import io.github.cffi4j.cdef.model.ResolvedInteger;
import io.github.cffi4j.compiler.emit.crossing.Crossing;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.emit.crossing.Place;
import io.github.cffi4j.compiler.text.Text;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the classes that stand for C types: views of structs, handles, integers behind a pointer. */
final class StructEmitter {
    private final JavaWriter out;
    private final Crossings types;
    private final LayoutTable table;
    private final PlatformGuards guards;
    private final CSpelling spelling;

    /** The types that have further names, by their C names. */
    private final Map<String, ResolvedComposite> aliased;

    StructEmitter(JavaWriter out, Crossings types, LayoutTable table, PlatformGuards guards, ResolvedBinding binding) {
        Set<String> names =
                binding.aliases().stream().map(ResolvedAlias::composite).collect(Collectors.toSet());
        this.aliased = binding.composites().stream()
                .filter(composite -> names.contains(composite.cName()))
                .collect(Collectors.toMap(ResolvedComposite::cName, Function.identity()));
        this.guards = guards;
        this.spelling = binding.spelling();
        this.out = out;
        this.types = types;
        this.table = table;
    }

    void emit(ResolvedComposite composite) {
        String name = types.names().of(composite);
        String key = composite.cName();
        DocComment comment = DocComment.of(composite.declaration());
        out.blank()
                .javadoc(DocComment.tagged(
                        guards.described(
                                key,
                                comment.before(JavadocText.block(
                                        composite.declaration().text()))),
                        comment.deprecation()));
        out.open(head(composite) + " extends Struct");
        out.javadoc(Text.format("{@code sizeof(%s)}", key));
        out.lines(Text.format(
                "public static final long sizeof = %s;",
                guards.ifHere(key, types.layout(table.sizeIndex(key)), "PointerType.UNKNOWN_SIZE")));
        pointerType(name, "sizeof" + alignment(composite));
        for (Field field : composite.fields()) {
            if (field.bits().isEmpty()) {
                offset(composite, field);
            }
        }
        out.blank().lines(Text.format("private %s(Segment segment) {\n    super(segment);\n}", name));
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
        String name = types.names().of(handle);
        documented(handle.declaration());
        out.open(head(handle) + " extends Opaque");
        pointerType(name, "PointerType.UNKNOWN_SIZE");
        out.blank().lines(Text.format("private %s(Segment segment) {\n    super(segment);\n}", name));
        cast(name);
        references(name);
        owned(name);
        out.close();
    }

    /** Another name of a type: a pointer to it is one to that type, and made in the same ways. */
    void emitAlias(ResolvedAlias alias) {
        ResolvedComposite target = aliased.get(alias.composite());
        String name = types.names().alias(alias.cName());
        documented(alias.declaration());
        out.open("public static final class " + name + " extends "
                + types.names().of(target));
        pointerType(name, types.names().of(target) + ".TYPE.elementSize()" + alignment(target));
        out.blank().lines(Text.format("private %s(Segment segment) {\n    super(segment);\n}", name));
        if (target.complete()) {
            allocations(name, guards.require(target.cName(), name));
        }
        cast(name);
        out.close();
    }

    private void documented(Declared declared) {
        DocComment comment = DocComment.of(declared);
        out.blank()
                .javadoc(DocComment.tagged(comment.before(JavadocText.code(declared.text())), comment.deprecation()));
    }

    private String alignment(ResolvedComposite composite) {
        return composite.complete() ? ", " + types.layout(table.alignmentIndex(composite.cName())) : "";
    }

    private String head(ResolvedComposite composite) {
        return (aliased.containsKey(composite.cName()) ? "public static class " : "public static final class ")
                + types.names().of(composite);
    }

    void emitInteger(ResolvedInteger integer) {
        String name = types.names().of(integer.type());
        String key = integer.type().cName();
        out.blank().javadoc(guards.described(key, "{@code " + key + " *}, in the size that the platform gives it."));
        out.open("public static final class " + name + " extends IntegerPointer<" + name + ">");
        pointerType(
                name,
                guards.ifHere(
                        key,
                        types.nativeClass() + "." + types.natives().field(integer.type()) + ".size()",
                        "PointerType.UNKNOWN_SIZE"));
        out.blank()
                .lines(Text.format(
                        "private %s(Segment segment) {\n    super(segment, %s.%s);\n}",
                        name, types.nativeClass(), types.natives().field(integer.type())));
        factories(name, guards.require(key, name));
        out.close();
    }

    void emitFloat(ResolvedFloat floating) {
        String name = types.names().of(floating.type());
        String key = floating.type().cName();
        String type = types.nativeClass() + "." + types.natives().field(floating.type());
        out.blank().javadoc(guards.described(key, "{@code " + key + " *}, in the size that the platform gives it."));
        out.open("public static final class " + name + " extends FloatingPointer<" + name + ">");
        pointerType(name, guards.ifHere(key, type + ".size()", "PointerType.UNKNOWN_SIZE"));
        out.blank().lines(Text.format("private %s(Segment segment) {\n    super(segment, %s);\n}", name, type));
        factories(name, guards.require(key, name));
        out.close();
    }

    private void pointerType(String name, String size) {
        out.javadoc("Makes pointers to this type.");
        out.open(Text.format(
                "public static final PointerType<%1$s> TYPE = new PointerType<>(\"%1$s\", %2$s)", name, size));
        out.lines("@Override").open(Text.format("protected %1$s of(Segment segment)", name));
        out.lines(Text.format("return new %1$s(segment);", name)).close();
        out.closeStatement();
    }

    private void factories(String name, String require) {
        allocations(name, require);
        cast(name);
        references(name);
    }

    private void allocations(String name, String require) {
        factory(
                "Returns new memory, zeroed, which is freed with the Java object.",
                name,
                "",
                require + "return TYPE.allocate();");
        factory(
                "Returns new memory, zeroed, which is freed when the arena closes.",
                name,
                "Arena arena",
                require + "return TYPE.allocate(arena);");
        factory(
                "Returns a new array, zeroed, which is freed when the arena closes.",
                name,
                "Arena arena, long count",
                require + "return TYPE.allocate(arena, count);");
    }

    private void factory(String javadoc, String name, String parameters, String body) {
        out.blank()
                .javadoc(javadoc)
                .open(Text.format("public static %s allocate(%s)", name, parameters))
                .lines(body)
                .close();
    }

    private void cast(String name) {
        out.blank()
                .javadoc("Returns a pointer to the same memory as this type: a C cast.")
                .lines(Text.format("public static %s at(Pointer pointer) {\n    return TYPE.at(pointer);\n}", name));
    }

    private void references(String name) {
        out.blank()
                .javadoc("Returns a new pointer to a pointer to this type, which holds NULL: an out-parameter.")
                .lines(Text.format("public static Ref<%s> ref(Arena arena) {\n    return TYPE.ref(arena);\n}", name));
    }

    private void owned(String name) {
        out.blank()
                .javadoc(
                        "Returns a pointer that C gave, with the destructor to run when it is closed or no Java object refers to it.")
                .open(Text.format(
                        "public static Owned<%1$s> owned(%1$s pointer, java.util.function.Consumer<? super %1$s> destructor)",
                        name))
                .lines("return TYPE.owned(pointer, destructor);")
                .close();
    }

    private void elements(String name, String require) {
        out.blank()
                .javadoc("Returns a view of {@code p[index]}.")
                .open(Text.format("public %s get(long index)", name))
                .lines(require + Text.format("return new %s(element(index, sizeof));", name))
                .close();
    }

    /** {@code timeval{tv_sec=1, tv_usec=5}}. Nothing that a field points to is looked at. */
    private void describe(ResolvedComposite composite) {
        out.blank().lines("@Override").open("public String toString()");
        out.lines("return Struct.toString(this, sizeof);").close();
        out.blank().lines("@Override").open("protected void describe(java.lang.StringBuilder to)");
        for (Field field : composite.fields()) {
            String key = key(composite, field);
            String shown = Text.format(
                    "Struct.%s(to, \"%s\", %s());",
                    types.of(field.type()).shownBy(),
                    field.cName(),
                    types.names().of(composite, field));
            if (guards.everywhere(key)) {
                out.lines(shown);
            } else {
                out.open("if (" + guards.here(key) + ")").lines(shown).close();
            }
        }
        out.close();
    }

    private static String key(ResolvedComposite composite, Field field) {
        return ConditionalBinding.field(composite.cName(), field.cName());
    }

    private void accessors(ResolvedComposite composite, Field field) {
        if (field.bits().isPresent()) {
            new BitfieldEmitter(out, types, table, guards, spelling).emit(composite, field);
            return;
        }
        Place place = new Place(
                "segment()",
                offset(field),
                size(composite, field),
                types.names().of(composite) + "." + field.cName());
        new FieldEmitter(out, types, guards)
                .emit(
                        field,
                        place,
                        new FieldEmitter.Accessors(
                                types.names().of(composite, field),
                                key(composite, field),
                                "public",
                                types.names().of(composite)));
    }

    private String size(ResolvedComposite composite, Field field) {
        Crossing crossing = types.of(field.type());
        if (crossing.openEnded()) {
            // As far as the memory goes; where nobody knows, there is no bound.
            return "Math.max(0, segment().byteSize() - " + offset(field) + ")";
        }
        return crossing.inPlace() ? types.layout(table.valueSizeIndex(Fields.value(composite, field))) : "";
    }

    /** The compiler tells it; public where it is one on all platforms. */
    private void offset(ResolvedComposite composite, Field field) {
        boolean everywhere = guards.everywhere(key(composite, field));
        if (everywhere) {
            out.javadoc(Text.format("{@code offsetof(%s, %s)}", composite.cName(), field.cName()));
        }
        out.lines(Text.format(
                "%s static final long %s = %s;",
                everywhere ? "public" : "private",
                offset(field),
                types.layout(table.offsetIndex(composite.cName(), field.cName()))));
    }

    private static String offset(Field field) {
        return "offset_" + field.cName();
    }
}
