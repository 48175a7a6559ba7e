package io.github.cffi4j.build.emit;

import io.github.cffi4j.build.resolve.ResolvedComposite;
import io.github.cffi4j.build.resolve.ResolvedComposite.Field;
import io.github.cffi4j.build.resolve.ResolvedType;
import io.github.cffi4j.build.resolve.ScalarKind;

/** Writes the getter and setter of a field: an offset and one memory access. */
final class FieldEmitter {
    private final JavaWriter out;
    private final JavaTypes types;
    private final ResolvedComposite composite;

    FieldEmitter(JavaWriter out, JavaTypes types, ResolvedComposite composite) {
        this.out = out;
        this.types = types;
        this.composite = composite;
    }

    void emit(Field field) {
        ResolvedType type = field.type();
        String offset = StructEmitter.offset(field);
        if (StructEmitter.inPlace(type)) {
            ResolvedType element = type instanceof ResolvedType.Array array ? array.element() : type;
            getter(
                    field,
                    "%s.at(new Pointer(segment().slice(%s, %s)))"
                            .formatted(types.pointerType(element), offset, StructEmitter.size(field)));
        } else if (type instanceof ResolvedType.Pointer pointer) {
            getter(field, types.pointerType(pointer.target()) + ".at(segment().getLong(" + offset + "))");
            setter(field, "segment().setLong(" + offset + ", Pointer.address(value));");
        } else if (type instanceof ResolvedType.Scalar scalar) {
            scalar(field, scalar.kind(), offset);
        } else {
            String integer = "Native." + NativeEmitter.integerName(type);
            String cast = types.visible(type).equals("int") ? "(int) " : "";
            getter(field, cast + integer + ".get(segment(), " + offset + ")");
            setter(field, checkedSet(integer, field));
        }
    }

    private void scalar(Field field, ScalarKind kind, String offset) {
        switch (kind) {
            case BOOL -> {
                getter(field, "segment().getByte(" + offset + ") != 0");
                setter(field, "segment().setByte(" + offset + ", (byte) (value ? 1 : 0));");
            }
            case CHAR, UINT8 -> narrow(field, kind, "segment().getByte(" + offset + ") & 0xFF");
            case INT8 -> narrow(field, kind, "segment().getByte(" + offset + ")");
            case INT16 -> narrow(field, kind, "segment().getShort(" + offset + ")");
            case UINT16 -> narrow(field, kind, "segment().getShort(" + offset + ") & 0xFFFF");
            case UINT32 -> narrow(field, kind, "segment().getInt(" + offset + ") & 0xFFFF_FFFFL");
            case INT32 -> direct(field, "Int");
            case INT64, UINT64 -> direct(field, "Long");
            case FLOAT -> direct(field, "Float");
            case DOUBLE -> direct(field, "Double");
            case LONG_DOUBLE -> throw new IllegalArgumentException("refused when resolving: " + field.cName());
        }
    }

    private void narrow(Field field, ScalarKind kind, String read) {
        getter(field, read);
        setter(field, checkedSet("IntegerType." + kind.name(), field));
    }

    private void direct(Field field, String width) {
        String offset = StructEmitter.offset(field);
        getter(field, "segment().get" + width + "(" + offset + ")");
        setter(field, "segment().set" + width + "(" + offset + ", value);");
    }

    private String checkedSet(String integerType, Field field) {
        return "%s.set(segment(), %s, value, \"%s.%s\");"
                .formatted(integerType, StructEmitter.offset(field), composite.javaName(), field.cName());
    }

    private void getter(Field field, String value) {
        out.blank().javadoc(JavadocText.code(field.declaration()));
        out.open("public %s %s()".formatted(types.visible(field.type()), field.javaName()));
        out.lines("return " + value + ";").close();
    }

    private void setter(Field field, String statement) {
        out.blank().javadoc(JavadocText.code(field.declaration()));
        out.open("public %s %s(%s value)"
                .formatted(composite.javaName(), field.javaName(), types.visible(field.type())));
        out.lines(statement).lines("return this;").close();
    }
}
