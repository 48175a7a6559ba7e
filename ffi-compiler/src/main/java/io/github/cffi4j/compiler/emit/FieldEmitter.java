package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.compiler.resolve.ResolvedComposite.Field;
import io.github.cffi4j.compiler.resolve.ResolvedType;
import io.github.cffi4j.compiler.resolve.ScalarKind;
import io.github.cffi4j.compiler.text.Text;

/** Writes the getter and setter of a field or a global variable: one memory access each. */
final class FieldEmitter {
    private final JavaWriter out;
    private final JavaTypes types;
    private final PlatformGuards guards;

    /** How wide a pointer is in memory: for most libraries the same everywhere. */
    private final String address;

    FieldEmitter(JavaWriter out, JavaTypes types, PlatformGuards guards) {
        this.guards = guards;
        this.address = guards.narrowSomewhere() ? "Address" : "Long";
        this.out = out;
        this.types = types;
    }

    /**
     * Where a value is and how its accessors look.
     *
     * @param key what some platforms may lack
     * @param segment the expression for the memory
     * @param offset the expression for the offset in it
     * @param size the expression for the size of a struct or array there
     * @param label how error messages name it, such as {@code tm.tm_year}
     * @param modifiers of the methods
     * @param chained the type that setters return {@code this} as; empty if they return nothing
     * @param readOnly whether there is no setter
     */
    record Place(
            String segment,
            String offset,
            String size,
            String label,
            String key,
            String modifiers,
            String chained,
            boolean readOnly) {}

    void emit(Field field, Place place) {
        ResolvedType type = field.type();
        if (Fields.inPlace(type)) {
            getter(
                    field,
                    place,
                    Text.format(
                            "%s.at(new Pointer(%s.slice(%s, %s)))",
                            types.pointerType(Fields.element(type)), place.segment(), place.offset(), place.size()));
        } else if (type instanceof ResolvedType.FunctionPointer pointer) {
            getter(field, place, types.fromCrossing(type, read(place, address)));
            setter(field, place, write(place, address, types.stubs(pointer) + ".keep(value)"));
        } else if (type instanceof ResolvedType.Pointer pointer) {
            getter(field, place, types.pointerType(pointer.target()) + ".at(" + read(place, address) + ")");
            setter(field, place, write(place, address, "Checked.address(value)"));
        } else if (type instanceof ResolvedType.Scalar scalar) {
            scalar(field, place, scalar.kind());
        } else if (type instanceof ResolvedType.Complex complex) {
            String pointer = Text.format(
                    "%s.at(new Pointer(%s.slice(%s, %s.SIZE)))",
                    types.pointerType(type),
                    place.segment(),
                    place.offset(),
                    complex.kind().pointerClass());
            getter(field, place, pointer + ".get()");
            setter(field, place, pointer + ".set(value);");
        } else if (type instanceof ResolvedType.PlatformFloat platform) {
            String floating = types.nativeClass() + "." + NativeEmitter.floatingName(platform);
            getter(field, place, Text.format("%s.get(%s, %s)", floating, place.segment(), place.offset()));
            setter(field, place, Text.format("%s.set(%s, %s, value);", floating, place.segment(), place.offset()));
        } else {
            String integer = types.nativeClass() + "." + NativeEmitter.integerName(type);
            String cast = types.visible(type).equals("int") ? "(int) " : "";
            getter(field, place, Text.format("%s%s.get(%s, %s)", cast, integer, place.segment(), place.offset()));
            setter(field, place, checkedSet(integer, place));
        }
    }

    private void scalar(Field field, Place place, ScalarKind kind) {
        switch (kind) {
            case BOOL -> {
                getter(field, place, read(place, "Byte") + " != 0");
                setter(field, place, write(place, "Byte", "(byte) (value ? 1 : 0)"));
            }
            case CHAR, UINT8 -> narrow(field, place, kind, read(place, "Byte") + " & 0xFF");
            case INT8 -> narrow(field, place, kind, read(place, "Byte"));
            case INT16 -> narrow(field, place, kind, read(place, "Short"));
            case UINT16 -> narrow(field, place, kind, read(place, "Short") + " & 0xFFFF");
            case UINT32 -> narrow(field, place, kind, read(place, "Int") + " & 0xFFFF_FFFFL");
            case INT32 -> direct(field, place, "Int");
            case INT64, UINT64 -> direct(field, place, "Long");
            case FLOAT -> direct(field, place, "Float");
            case DOUBLE -> direct(field, place, "Double");
        }
    }

    private void narrow(Field field, Place place, ScalarKind kind, String value) {
        getter(field, place, value);
        setter(field, place, checkedSet("IntegerType." + kind.name(), place));
    }

    private void direct(Field field, Place place, String width) {
        getter(field, place, read(place, width));
        setter(field, place, write(place, width, "value"));
    }

    private static String read(Place place, String width) {
        return Text.format("%s.get%s(%s)", place.segment(), width, place.offset());
    }

    private static String write(Place place, String width, String value) {
        return Text.format("%s.set%s(%s, %s);", place.segment(), width, place.offset(), value);
    }

    private static String checkedSet(String integerType, Place place) {
        return Text.format(
                "%s.set(%s, %s, value, \"%s\");", integerType, place.segment(), place.offset(), place.label());
    }

    private void getter(Field field, Place place, String value) {
        accessor(field, place, types.given(field.type()), "", "return " + value + ";");
    }

    private void setter(Field field, Place place, String statement) {
        if (!place.readOnly()) {
            boolean chained = !place.chained().isEmpty();
            accessor(
                    field,
                    place,
                    chained ? place.chained() : "void",
                    types.visible(field.type()) + " value",
                    chained ? statement + "\nreturn this;" : statement);
        }
    }

    /** @param parameters none for a getter */
    static String javadoc(Field field, String parameters) {
        String verb =
                !parameters.isEmpty() ? "Sets " : Fields.inPlace(field.type()) ? "Returns a view of " : "Returns ";
        String declaration = field.declaration();
        // No regular expression: there are two accessors for each of thousands of fields.
        int end = declaration.length() - (declaration.endsWith(";") ? 1 : 0);
        return verb + JavadocText.code(declaration.substring(0, end)) + ".";
    }

    private void accessor(Field field, Place place, String result, String parameters, String body) {
        out.blank().javadoc(guards.throwing(place.key(), javadoc(field, parameters)));
        out.open(Text.format("%s %s %s(%s)", place.modifiers(), result, field.javaName(), parameters));
        // A global variable can be the first thing that is asked of the library.
        String loaded = place.modifiers().contains("static") ? types.require() : "";
        out.lines(loaded + guards.require(place.key(), place.label()) + body).close();
    }
}
