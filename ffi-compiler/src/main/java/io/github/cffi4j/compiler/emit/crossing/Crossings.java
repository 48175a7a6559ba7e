package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.cdef.model.ResolvedEnum;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.cdef.model.ScalarKind;
import io.github.cffi4j.compiler.emit.crossing.Argument.Form;
import io.github.cffi4j.compiler.naming.Names;
import io.github.cffi4j.compiler.naming.NativeNames;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Picks how each type of a binding crosses, and qualifies the names of the binding's classes. */
public final class Crossings {
    private final Names names;
    private final NativeNames natives;
    private final String className;
    private final String nativeClass;
    private final Set<String> wideEnums;

    /** The types of function pointers of other bindings whose C functions this one uses. */
    private final Set<String> includedStubs;

    /** True if a nested class of the binding is named with it. */
    private final boolean elsewhere;

    private final String pointerWidth;
    private final Kinds kinds = new Kinds();

    /** Those picked so far: a binding of thousands of functions has few types. */
    private final Map<ResolvedType, Crossing> crossings = new HashMap<>();

    public Crossings(VerifiedBinding verified) {
        this.names = verified.names();
        this.natives = new NativeNames(names);
        this.className = names.binding().className();
        this.nativeClass = names.binding().nativeClassName();
        this.includedStubs = new TreeSet<>();
        this.elsewhere = false;
        this.wideEnums = verified.binding().enums().stream()
                .filter(candidate -> !candidate.enumerators().stream().allMatch(verified::fitsInt))
                .map(ResolvedEnum::cName)
                .collect(Collectors.toSet());
        this.pointerWidth = verified.conditional().platforms().stream()
                        .anyMatch(platform -> platform.arch().bits() < Long.SIZE)
                ? "Address"
                : "Long";
    }

    private Crossings(Crossings inside) {
        this.names = inside.names;
        this.natives = inside.natives;
        this.className = inside.className;
        this.nativeClass = inside.nativeClass;
        this.wideEnums = inside.wideEnums;
        this.pointerWidth = inside.pointerWidth;
        this.includedStubs = inside.includedStubs;
        this.elsewhere = true;
    }

    /** Returns what the binding's declarations are called in Java. */
    public Names names() {
        return names;
    }

    /** Returns what the members of the class of the native methods are called. */
    public NativeNames natives() {
        return natives;
    }

    /** Returns the same with types named as they are outside of the binding's class. */
    public Crossings elsewhere() {
        return new Crossings(this);
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

    private String named(String javaName) {
        return elsewhere ? qualified(javaName) : javaName;
    }

    /** Returns the class that loads the library and declares the native methods. */
    public String nativeClass() {
        return nativeClass;
    }

    /** Returns the expression for one of its members. */
    public String ofNative(String member) {
        return nativeClass + "." + member;
    }

    /** Returns the statement that throws if the library could not be loaded, as a line. The JIT sees a constant. */
    public String require() {
        return ofNative("ffi_require();\n");
    }

    /** Returns the expression for a value that the library tells, by the name of its index. */
    public String layout(String index) {
        return ofNative("LAYOUT.get(" + ofNative(index) + ")");
    }

    /** Returns the expression for the C functions that run Java code of a function pointer's type. */
    public String stubs(String javaName) {
        if (javaName.contains(".")) {
            includedStubs.add(javaName);
        }
        return ofNative(stubsClass(javaName) + ".ALL");
    }

    /** Returns the class that holds them, so that they are made when they are first needed. */
    public static String stubsClass(String javaName) {
        return javaName.contains(".") ? javaName.replace('.', '$') + "$included" : javaName + "$stubs";
    }

    /** Returns the types of function pointers of other bindings for which {@link #stubs} was asked. */
    public Set<String> includedStubs() {
        return includedStubs;
    }

    /** Returns the class of code with an answer for C. */
    public String answered(String javaName) {
        return ofNative(answeredClass(javaName));
    }

    /** Returns the class of what the C functions run, of a binding without glue. */
    public static String entryClass(String javaName) {
        return javaName + "$entry";
    }

    /** Returns its simple name. */
    public static String answeredClass(String javaName) {
        return javaName + "$answered";
    }

    /**
     * Returns the class of a pointer to a function that all the types fit; {@code Pointer} if there is none.
     *
     * @param types the ids of types of function pointers
     */
    public String pointerTo(List<String> types) {
        return types.isEmpty() ? "Pointer" : qualified(names.functionPointer(types.get(0))) + ".Code";
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
            return new PlatformIntegerCrossing(
                    type.cName(), named(names.of(type)), qualified(names.of(type)), ofNative(natives.field(type)));
        }

        @Override
        public Crossing ofPlatformFloat(ResolvedType.PlatformFloat type) {
            return new PlatformFloatCrossing(
                    named(names.of(type)), qualified(names.of(type)), ofNative(natives.field(type)));
        }

        @Override
        public Crossing ofComplex(ResolvedType.Complex type) {
            return new ComplexCrossing(type.kind());
        }

        @Override
        public Crossing ofEnumeration(ResolvedType.Enumeration type) {
            return new EnumCrossing(ofNative(NativeNames.enumField(type.cName())), wideEnums.contains(type.cName()));
        }

        @Override
        public Crossing ofComposite(ResolvedType.Composite type) {
            String javaName = names.of(type);
            return type.argumentList()
                    ? new ArgumentListCrossing(named(javaName), qualified(javaName))
                    : new StructCrossing(type.cName(), named(javaName), qualified(javaName));
        }

        @Override
        public Crossing ofFunctionPointer(ResolvedType.FunctionPointer type) {
            String javaName = names.of(type);
            return new FunctionPointerCrossing(
                    named(javaName), qualified(javaName), () -> stubs(javaName), pointerWidth);
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
