package io.github.cffi4j.engine;

import io.github.cffi4j.engine.CType.Composite;
import io.github.cffi4j.engine.CType.Member;
import io.github.cffi4j.engine.CType.Scalar;
import java.util.List;

/** Refuses types that C does not pass, or that the engine does not pass for it. */
final class PassedTypes {
    private PassedTypes() {}

    /**
     * Checks the types of a function.
     *
     * @param fixed how many of the parameters are not variadic; negative if the function is not
     * @throws IllegalArgumentException if one of them is refused
     */
    static void check(Abi abi, CType result, List<CType> parameters, int fixed) {
        checkValue(abi, result);
        for (int i = 0; i < parameters.size(); i++) {
            CType parameter = parameters.get(i);
            checkValue(abi, parameter);
            if (parameter == Scalar.VOID) {
                throw new IllegalArgumentException("parameter " + (i + 1) + " is void");
            }
            if (fixed >= 0 && i >= fixed && parameter instanceof Scalar scalar && promoted(scalar)) {
                throw new IllegalArgumentException("variadic argument " + (i + 1) + " is " + scalar
                        + ", which C promotes" + (scalar == Scalar.FLOAT ? " to DOUBLE" : " to INT32"));
            }
        }
    }

    private static boolean promoted(Scalar scalar) {
        return scalar == Scalar.FLOAT || !scalar.floating() && scalar.size() < 4;
    }

    private static void checkValue(Abi abi, CType type) {
        if (type instanceof Composite composite) {
            long natural = 1;
            if (composite.size() <= 0 || composite.members().isEmpty()) {
                throw new IllegalArgumentException("C passes no empty struct by value");
            }
            for (Member member : composite.scalars()) {
                checkValue(abi, member.type());
                long alignment = member.type().alignment();
                natural = Math.max(natural, alignment);
                if (member.offset() % alignment != 0) {
                    throw new IllegalArgumentException("a packed struct is not passed by value; pass its address");
                }
                if (member.offset() < 0 || member.offset() + member.type().size() > composite.size()) {
                    throw new IllegalArgumentException("a member at offset " + member.offset()
                            + " is not within the struct's " + composite.size() + " bytes");
                }
            }
            if (composite.alignment() != natural || composite.size() % natural != 0) {
                throw new IllegalArgumentException(
                        "a struct that is packed, or aligned to more than its members, is not"
                                + " passed by value; pass its address");
            }
        } else if (type == Scalar.LONG_DOUBLE && (abi.windows() || abi == Abi.APPLE_ARM64)) {
            throw new IllegalArgumentException(
                    abi.windows()
                            ? "the compilers of Windows do not agree on 'long double'; wrap the function"
                            : "'long double' is 'double' here");
        }
    }
}
