package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.compiler.resolve.ResolvedComposite;
import io.github.cffi4j.compiler.resolve.ResolvedEnum;
import io.github.cffi4j.compiler.resolve.ResolvedType;
import io.github.cffi4j.compiler.resolve.ScalarKind;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How resolved types look in Java: to the user, and in the native methods below. */
final class JavaTypes {
    private final VerifiedBinding verified;
    private final Set<String> wideEnums;

    /** The types of function pointers of other bindings whose C functions this one uses. */
    private final Set<String> includedStubs;

    /** Whether a nested class of the binding is named with it. */
    private final boolean elsewhere;

    JavaTypes(VerifiedBinding verified) {
        this(
                verified,
                verified.binding().enums().stream()
                        .filter(candidate -> !candidate.enumerators().stream().allMatch(verified::fitsInt))
                        .map(ResolvedEnum::cName)
                        .collect(Collectors.toSet()),
                new TreeSet<>(),
                false);
    }

    private JavaTypes(VerifiedBinding verified, Set<String> wideEnums, Set<String> includedStubs, boolean elsewhere) {
        this.verified = verified;
        this.wideEnums = wideEnums;
        this.includedStubs = includedStubs;
        this.elsewhere = elsewhere;
    }

    /** The same, as they are named outside of the binding's class. */
    JavaTypes elsewhere() {
        return new JavaTypes(verified, wideEnums, includedStubs, true);
    }

    /** A bitfield as C declares it alone, whatever it was declared with. */
    String bitfield(ResolvedComposite.Field field) {
        return verified.binding().spelling().declare(field.declared(), field.cName()) + " : "
                + field.bits().orElseThrow();
    }

    /** The type people see. */
    String visible(ResolvedType type) {
        if (type instanceof ResolvedType.Void) {
            return "void";
        } else if (type instanceof ResolvedType.Scalar scalar) {
            return scalar.kind().javaType();
        } else if (type instanceof ResolvedType.PlatformInteger) {
            return "long";
        } else if (type instanceof ResolvedType.PlatformFloat) {
            return "double";
        } else if (type instanceof ResolvedType.Enumeration enumeration) {
            return wideEnums.contains(enumeration.cName()) ? "long" : "int";
        } else if (type instanceof ResolvedType.Composite composite) {
            return named(composite.javaName());
        } else if (type instanceof ResolvedType.Complex) {
            return "Complex";
        } else if (type instanceof ResolvedType.FunctionPointer pointer) {
            return named(pointer.javaName());
        } else if (type instanceof ResolvedType.Array array) {
            return pointerClass(array.element());
        }
        return pointerClass(((ResolvedType.Pointer) type).target());
    }

    /** The type of native methods: fixed widths, addresses as {@code long}. */
    String crossing(ResolvedType type) {
        if (type instanceof ResolvedType.Void
                || type instanceof ResolvedType.Scalar
                || type instanceof ResolvedType.PlatformFloat) {
            return visible(type);
        }
        return "long";
    }

    /** The same in C. */
    String crossingInC(ResolvedType type) {
        return switch (crossing(type)) {
            case "void" -> "void";
            case "boolean" -> "ffi_jboolean";
            case "int" -> "ffi_jint";
            case "float" -> "ffi_jfloat";
            case "double" -> "ffi_jdouble";
            default -> "ffi_jlong";
        };
    }

    /** The class of a pointer to the type. */
    String pointerClass(ResolvedType target) {
        if (target instanceof ResolvedType.Void) {
            return "Pointer";
        } else if (target instanceof ResolvedType.Scalar scalar) {
            return scalar.kind().pointerClass();
        } else if (target instanceof ResolvedType.PlatformInteger integer) {
            return named(integer.javaName());
        } else if (target instanceof ResolvedType.PlatformFloat floating) {
            return named(floating.javaName());
        } else if (target instanceof ResolvedType.Complex complex) {
            return complex.kind().pointerClass();
        } else if (target instanceof ResolvedType.Enumeration) {
            return ScalarKind.INT32.pointerClass();
        } else if (target instanceof ResolvedType.Composite composite) {
            return named(composite.javaName());
        } else if (target instanceof ResolvedType.Array array) {
            return pointerClass(array.element());
        } else if (target instanceof ResolvedType.FunctionPointer) {
            return "Ref<Pointer>";
        } else if (target instanceof ResolvedType.Pointer pointer) {
            return "Ref<" + pointerClass(pointer.target()) + ">";
        }
        throw new IllegalArgumentException("refused when resolving: pointer to " + target);
    }

    /** The expression for the {@code PointerType} of pointers to the type. */
    String pointerType(ResolvedType target) {
        if (target instanceof ResolvedType.FunctionPointer) {
            return "Ref.type(Pointer.TYPE)";
        }
        if (target instanceof ResolvedType.Pointer pointer) {
            return "Ref.type(" + pointerType(pointer.target()) + ")";
        }
        boolean generated = target instanceof ResolvedType.PlatformInteger
                || target instanceof ResolvedType.PlatformFloat
                || target instanceof ResolvedType.Composite;
        String pointerClass = pointerClass(target);
        return (generated ? qualified(pointerClass) : pointerClass) + ".TYPE";
    }

    /** What a call or a field gives: of a function pointer the class, which can be cast, and not just the interface. */
    String given(ResolvedType type) {
        return type instanceof ResolvedType.FunctionPointer pointer
                ? qualified(pointer.javaName()) + ".Code"
                : visible(type);
    }

    /** What comes out of a native method as Java sees it. */
    String fromCrossing(ResolvedType type, String value) {
        if (type instanceof ResolvedType.Pointer pointer) {
            return pointerType(pointer.target()) + ".at(" + value + ")";
        } else if (type instanceof ResolvedType.FunctionPointer pointer) {
            return qualified(pointer.javaName()) + ".Code.at(" + value + ")";
        } else if (type instanceof ResolvedType.Enumeration && visible(type).equals("int")) {
            return "(int) " + value;
        }
        return value;
    }

    /** The expression for the C functions that run Java code of a function pointer's type. */
    String stubs(ResolvedType.FunctionPointer pointer) {
        return stubs(pointer.javaName());
    }

    /** The same, by the Java name of the type. */
    String stubs(String javaName) {
        if (javaName.contains(".")) {
            includedStubs.add(javaName);
        }
        return nativeClass() + "." + stubsClass(javaName) + ".ALL";
    }

    /** The class that holds them, so that they are made when they are first needed. */
    static String stubsClass(String javaName) {
        return javaName.contains(".") ? javaName.replace('.', '$') + "$included" : javaName + "$stubs";
    }

    /** The types of function pointers of other bindings for which {@link #stubs} was asked. */
    Set<String> includedStubs() {
        return includedStubs;
    }

    /** The class of code with an answer for C. */
    String answered(String javaName) {
        return nativeClass() + "." + answeredClass(javaName);
    }

    /** Its simple name. */
    static String answeredClass(String javaName) {
        return javaName + "$answered";
    }

    /** The class of a pointer to a function that all the types of function pointers fit; {@code void *} if none does. */
    String pointerTo(List<String> types) {
        return types.isEmpty() ? "Pointer" : qualified(types.get(0)) + ".Code";
    }

    /** The expression for such a pointer. */
    String pointerTo(List<String> types, String address) {
        return (types.isEmpty() ? "Pointer.ofAddress" : pointerTo(types) + ".at") + "(" + address + ")";
    }

    /** The class that loads the library and declares the native methods. */
    String nativeClass() {
        return verified.binding().name().nativeClassName();
    }

    /** The statement that throws if the library could not be loaded, as a line. The JIT sees a constant. */
    String require() {
        return nativeClass() + ".ffi_require();\n";
    }

    /** The expression for a value that the library tells, by the name of its index. */
    String layout(String index) {
        return nativeClass() + ".LAYOUT.get(" + nativeClass() + "." + index + ")";
    }

    /** The class of a struct, whatever a parameter is called. */
    String qualifiedClass(ResolvedType.Composite composite) {
        return qualified(composite.javaName());
    }

    private String named(String javaName) {
        return elsewhere ? qualified(javaName) : javaName;
    }

    /** The name of a generated class, whatever a parameter is called; those of included cdefs are qualified anyway. */
    String qualified(String javaName) {
        return javaName.contains(".") ? javaName : verified.binding().name().className() + "." + javaName;
    }
}
