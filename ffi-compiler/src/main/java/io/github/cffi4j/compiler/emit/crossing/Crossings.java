package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.compiler.emit.crossing.Argument.Form;
import io.github.cffi4j.compiler.resolve.ResolvedEnum;
import io.github.cffi4j.compiler.resolve.ResolvedFunction.Parameter;
import io.github.cffi4j.compiler.resolve.ResolvedType;
import io.github.cffi4j.compiler.resolve.ScalarKind;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Picks how each type of a binding crosses, and qualifies the names of the binding's classes. */
public final class Crossings {
    private final String className;
    private final Set<String> wideEnums;
    private final String pointerWidth;
    private final Kinds kinds = new Kinds();

    /** Those picked so far: a binding of thousands of functions has few types. */
    private final Map<ResolvedType, Crossing> crossings = new HashMap<>();

    public Crossings(VerifiedBinding verified) {
        this.className = verified.binding().name().className();
        this.wideEnums = verified.binding().enums().stream()
                .filter(candidate -> !candidate.enumerators().stream().allMatch(verified::fitsInt))
                .map(ResolvedEnum::cName)
                .collect(Collectors.toSet());
        this.pointerWidth = verified.conditional().platforms().stream()
                        .anyMatch(platform -> platform.arch().bits() < Long.SIZE)
                ? "Address"
                : "Long";
    }

    /** Returns how a type crosses. */
    public Crossing of(ResolvedType type) {
        Crossing known = crossings.get(type);
        if (known == null) {
            known = type.accept(kinds);
            crossings.put(type, known);
        }
        return known;
    }

    /** Returns how a parameter crosses in a form of its method. */
    public Argument of(Parameter parameter, Form form) {
        return of(parameter.type()).in(form, parameter);
    }

    /** Returns a name of a generated class that no parameter hides; those of included cdefs are qualified anyway. */
    public String qualified(String javaName) {
        return javaName.contains(".") ? javaName : className + "." + javaName;
    }

    /** Returns the expression for the C functions that run Java code of a function pointer's type. */
    public static String stubs(String qualified) {
        return qualified + ".Code.STUBS";
    }

    /** Returns the class of a pointer to a function that all the types fit; {@code Pointer} if there is none. */
    public String pointerTo(List<String> types) {
        return types.isEmpty() ? "Pointer" : qualified(types.get(0)) + ".Code";
    }

    /** Returns the expression for such a pointer. */
    public String pointerTo(List<String> types, String address) {
        return (types.isEmpty() ? "Pointer.ofAddress" : pointerTo(types) + ".at") + "(" + address + ")";
    }

    /** The class for each kind of type. */
    private final class Kinds implements ResolvedType.Visitor<Crossing> {
        @Override
        public Crossing ofVoid(ResolvedType.Void type) {
            return new VoidCrossing();
        }

        @Override
        public Crossing ofScalar(ResolvedType.Scalar type) {
            return switch (type.kind()) {
                case BOOL -> new BoolCrossing();
                case CHAR, INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64, UINT64 -> new IntegerCrossing(type.kind());
                case FLOAT -> new FloatCrossing(true);
                case DOUBLE -> new FloatCrossing(false);
            };
        }

        @Override
        public Crossing ofPlatformInteger(ResolvedType.PlatformInteger type) {
            return new PlatformIntegerCrossing(type, qualified(type.javaName()));
        }

        @Override
        public Crossing ofPlatformFloat(ResolvedType.PlatformFloat type) {
            return new PlatformFloatCrossing(type, qualified(type.javaName()));
        }

        @Override
        public Crossing ofComplex(ResolvedType.Complex type) {
            return new ComplexCrossing(type.kind());
        }

        @Override
        public Crossing ofEnumeration(ResolvedType.Enumeration type) {
            return new EnumCrossing(type, wideEnums.contains(type.cName()));
        }

        @Override
        public Crossing ofComposite(ResolvedType.Composite type) {
            String qualified = qualified(type.javaName());
            return type.argumentList()
                    ? new ArgumentListCrossing(type.javaName(), qualified)
                    : new StructCrossing(type, qualified);
        }

        @Override
        public Crossing ofFunctionPointer(ResolvedType.FunctionPointer type) {
            return new FunctionPointerCrossing(type.javaName(), qualified(type.javaName()), pointerWidth);
        }

        @Override
        public Crossing ofPointer(ResolvedType.Pointer type) {
            return new PointerCrossing(of(type.target()).pointee(), pointerWidth);
        }

        @Override
        public Crossing ofArray(ResolvedType.Array type) {
            boolean text = type.element().equals(new ResolvedType.Scalar(ScalarKind.CHAR));
            return new ArrayCrossing(of(type.element()).pointee(), type.openEnded(), text);
        }
    }
}
