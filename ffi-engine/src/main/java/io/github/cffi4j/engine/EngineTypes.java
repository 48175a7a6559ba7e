package io.github.cffi4j.engine;

import io.github.cffi4j.engine.CType.Composite;
import io.github.cffi4j.engine.CType.Member;
import io.github.cffi4j.engine.CType.Scalar;
import io.github.cffi4j.generated.CallShape;
import io.github.cffi4j.generated.CallType;
import java.util.ArrayList;
import java.util.List;

/** The engine's types for those of generated code. */
final class EngineTypes {
    private EngineTypes() {}

    static Signature signature(CallShape shape) {
        CType[] parameters = new CType[shape.parameters().size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = type(shape.parameters().get(i));
        }
        CType result = type(shape.result());
        Signature signature = shape.fixed() < 0
                ? Signature.of(result, parameters)
                : Signature.variadic(result, shape.fixed(), parameters);
        return shape.errno() ? signature.keepingErrors() : signature;
    }

    private static CType type(CallType type) {
        return type instanceof CallType.Composite composite ? struct(composite) : scalar((CallType.Scalar) type);
    }

    private static Scalar scalar(CallType.Scalar type) {
        return switch (type) {
            case VOID -> Scalar.VOID;
            case BOOL, UINT8 -> Scalar.UINT8;
            case INT8 -> Scalar.INT8;
            case INT16 -> Scalar.INT16;
            case UINT16 -> Scalar.UINT16;
            case INT32 -> Scalar.INT32;
            case UINT32 -> Scalar.UINT32;
            case INT64, UINT64 -> Scalar.INT64;
            case FLOAT -> Scalar.FLOAT;
            case DOUBLE -> Scalar.DOUBLE;
            case ADDRESS -> Scalar.POINTER;
        };
    }

    private static Composite struct(CallType.Composite struct) {
        List<Member> members = new ArrayList<>();
        for (CallType.Member field : struct.members()) {
            CType type = type(field.type());
            long end = field.offset() + (field.arraySize() < 0 ? type.size() : field.arraySize());
            for (long at = field.offset(); at < end; at += type.size()) {
                members.add(new Member(at, type));
            }
        }
        return new Composite(struct.size(), struct.alignment(), members);
    }
}
