package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.compiler.resolve.ResolvedFunction.Offer;
import io.github.cffi4j.compiler.resolve.ResolvedFunction.Parameter;
import io.github.cffi4j.compiler.resolve.ResolvedType;
import io.github.cffi4j.compiler.resolve.ScalarKind;
import io.github.cffi4j.compiler.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the body of a method that calls C: check the arguments, call, wrap the result, keep alive what was passed. */
final class CallEmitter {
    /** Names that no parameter has: none ends with a dollar. */
    static final String VARIADIC = "more$";

    private static final String RESULT = "result$";

    private static final String MARK = "mark$";

    private final JavaWriter out;
    private final JavaTypes types;

    CallEmitter(JavaWriter out, JavaTypes types) {
        this.out = out;
        this.types = types;
    }

    /**
     * A call.
     *
     * @param name how error messages name the function
     * @param method the native method
     * @param first an argument before the parameters'
     * @param bounds how many bytes parameters point to at least, as expressions of Java's, by the names of the parameters
     * @param form what pointers are in Java
     */
    record Call(
            String name,
            String method,
            Optional<String> first,
            ResolvedType result,
            List<Parameter> parameters,
            boolean variadic,
            Map<String, String> bounds,
            Form form) {}

    /** What Java passes for a pointer. */
    enum Form {
        POINTERS,
        /** Strings where C takes text. */
        STRINGS,
        /** Bytes of Java's where C takes bytes, and strings where it takes text. */
        BYTES,
        /** Arrays where C takes numbers. */
        ARRAYS
    }

    /** The parameters as Java declares them. */
    String declared(Call call) {
        List<String> declared = new ArrayList<>();
        for (Parameter parameter : call.parameters()) {
            String type = text(call, parameter)
                    ? "String"
                    : bytes(call, parameter)
                            ? bytesType(parameter)
                            : array(call, parameter).orElseGet(() -> types.visible(parameter.type()));
            declared.add(type + " " + parameter.javaName());
        }
        if (call.variadic()) {
            declared.add("Object... " + VARIADIC);
        }
        return String.join(", ", declared);
    }

    void body(Call call) {
        List<String> resources = resources(call);
        if (call.result() instanceof ResolvedType.Composite composite) {
            out.lines(Text.format("%1$s %2$s = %1$s.allocate();", composite.javaName(), RESULT));
        }
        List<String> afterwards = new ArrayList<>();
        if (usesScratch(call)) {
            out.lines("Scratch scratch = Scratch.ofThread();\nlong " + MARK + " = scratch.mark();");
            afterwards.add("scratch.release(" + MARK + ");");
        }
        kept(call).forEach(name -> afterwards.add("Reference.reachabilityFence(" + name + ");"));
        boolean guarded = !resources.isEmpty() || !afterwards.isEmpty();
        if (guarded) {
            out.open(resources.isEmpty() ? "try" : "try (" + String.join("; ", resources) + ")");
        }
        out.lines(statement(call));
        if (!afterwards.isEmpty()) {
            out.closeAndOpen("finally");
            afterwards.forEach(out::lines);
        }
        if (guarded) {
            out.close();
        }
    }

    /** Whether Java's type holds values that C's does not, so that the call may refuse one. */
    static boolean narrow(ResolvedType type) {
        return type instanceof ResolvedType.PlatformInteger
                || type instanceof ResolvedType.Enumeration
                || type instanceof ResolvedType.Scalar scalar && checker(scalar.kind()) != null;
    }

    /** A value on its way to C, checked against its C type. */
    String checked(ResolvedType type, String value, String function, String parameter) {
        String check = type instanceof ResolvedType.Scalar scalar
                ? "Checked." + checker(scalar.kind())
                : types.nativeClass() + "." + NativeEmitter.integerName(type) + ".check";
        return check + "(" + value + ", \"" + function + "\", \"" + parameter + "\")";
    }

    /** Whether anything is put into memory for the time of the call. */
    private static boolean usesScratch(Call call) {
        return call.variadic()
                || call.result() instanceof ResolvedType.Complex
                || call.parameters().stream()
                        .anyMatch(parameter -> text(call, parameter)
                                || bytes(call, parameter)
                                || parameter.type() instanceof ResolvedType.Complex);
    }

    private List<String> resources(Call call) {
        List<String> resources = new ArrayList<>();
        for (Parameter parameter : call.parameters()) {
            if (parameter.type() instanceof ResolvedType.FunctionPointer pointer) {
                resources.add(Text.format(
                        "Stubs<%1$s>.Use %2$s = %3$s.use(%4$s)",
                        pointer.javaName(), used(parameter), types.stubs(pointer), parameter.javaName()));
            }
        }
        return resources;
    }

    private List<String> kept(Call call) {
        List<String> kept = new ArrayList<>();
        // A function pointer is called: a stub of an automatic arena must outlive the call.
        call.first().ifPresent(pointer -> kept.add("this"));
        for (Parameter parameter : call.parameters()) {
            if (address(parameter.type())
                    && !text(call, parameter)
                    && !(bytes(call, parameter) && parameter.offer() != Offer.DATA)
                    && array(call, parameter).isEmpty()) {
                kept.add(parameter.javaName());
            }
        }
        if (call.variadic()) {
            kept.add(VARIADIC);
        }
        if (call.result() instanceof ResolvedType.Composite) {
            kept.add(RESULT);
        }
        return kept;
    }

    private String statement(Call call) {
        List<String> passed = new ArrayList<>();
        call.first().ifPresent(passed::add);
        call.parameters().forEach(parameter -> passed.add(argument(call, parameter)));
        if (call.variadic()) {
            passed.add(Text.format("Varargs.pack(scratch, \"%s\", %s)", call.name(), VARIADIC));
        }
        if (call.result().copied()) {
            passed.add(RESULT + ".address()");
        }
        String value = types.nativeClass() + "." + call.method() + "(" + String.join(", ", passed) + ")";
        if (call.result() instanceof ResolvedType.Void) {
            return value + ";";
        } else if (call.result() instanceof ResolvedType.Composite) {
            return value + ";\nreturn " + RESULT + ";";
        } else if (call.result() instanceof ResolvedType.Complex) {
            return Text.format("ComplexPointer %1$s = scratch.complex();\n%2$s;\nreturn %1$s.get();", RESULT, value);
        }
        return "return " + types.fromCrossing(call.result(), value) + ";";
    }

    private String argument(Call call, Parameter parameter) {
        String name = parameter.javaName();
        ResolvedType type = parameter.type();
        if (array(call, parameter).isPresent()) {
            return call.bounds().containsKey(name) ? bounded(call, name) : name;
        } else if (text(call, parameter)) {
            return "scratch." + encoded(((ResolvedType.Pointer) type).target(), name);
        } else if (bytes(call, parameter)) {
            return bytesArgument(call, parameter);
        } else if (type instanceof ResolvedType.FunctionPointer) {
            return used(parameter) + ".address()";
        } else if (type instanceof ResolvedType.Pointer && call.bounds().containsKey(name)) {
            return bounded(call, name);
        } else if (type instanceof ResolvedType.Pointer) {
            return "Checked.address(" + name + ")";
        } else if (type instanceof ResolvedType.Composite composite) {
            // How much memory a va_list takes, Java does not know: it made none.
            String size = composite.argumentList() ? "0" : types.qualifiedClass(composite) + ".sizeof";
            return Text.format("Checked.value(%s, %s, \"%s\", \"%s\")", name, size, call.name(), name);
        } else if (type instanceof ResolvedType.Complex) {
            return Text.format("scratch.complex(%s, \"%s\", \"%s\")", name, call.name(), name);
        }
        return narrow(type) ? checked(type, name, call.name(), name) : name;
    }

    /**
     * An {@code Object} where C takes data of any kind: it is less specific than a {@code Pointer}, so that {@code null} still
     * means that.
     */
    private static String bytesType(Parameter parameter) {
        return parameter.offer() == Offer.DATA ? "Object" : "byte[]";
    }

    private static String bytesArgument(Call call, Parameter parameter) {
        String name = parameter.javaName();
        if (parameter.offer() == Offer.DATA) {
            return Text.format("scratch.data(%s, \"%s\", \"%s\")", name, call.name(), name);
        }
        String array = call.bounds().containsKey(name) ? bounded(call, name) : name;
        return (parameter.offer() == Offer.BYTES ? "scratch.bytes(" : "scratch.written(") + array + ")";
    }

    private static String bounded(Call call, String name) {
        return Text.format(
                "Checked.array(%s, %s, \"%s\", \"%s\")", name, call.bounds().get(name), call.name(), name);
    }

    /** A string in the encoding that C's characters of that type have. */
    private String encoded(ResolvedType character, String name) {
        if (character instanceof ResolvedType.PlatformInteger integer) {
            return Text.format("wide(%s, %s.%s.size())", name, types.nativeClass(), NativeEmitter.integerName(integer));
        }
        return switch (((ResolvedType.Scalar) character).kind()) {
            case UINT16 -> "wide(" + name + ", Short.BYTES)";
            case UINT32 -> "wide(" + name + ", Integer.BYTES)";
            default -> "utf8(" + name + ")";
        };
    }

    private static String used(Parameter parameter) {
        return parameter.javaName() + "$use";
    }

    private static boolean text(Call call, Parameter parameter) {
        return (call.form() == Form.STRINGS || call.form() == Form.BYTES) && parameter.text();
    }

    private static boolean bytes(Call call, Parameter parameter) {
        return call.form() == Form.BYTES && parameter.bytes();
    }

    private static Optional<String> array(Call call, Parameter parameter) {
        return call.form() == Form.ARRAYS ? PinnedArrays.arrayType(parameter) : Optional.empty();
    }

    /** Whether an object of Java's must stay alive during the call. */
    private static boolean address(ResolvedType type) {
        return type instanceof ResolvedType.Pointer
                || type instanceof ResolvedType.FunctionPointer
                || type instanceof ResolvedType.Composite;
    }

    private static String checker(ScalarKind kind) {
        return switch (kind) {
            case CHAR -> "char_";
            case INT8 -> "int8";
            case UINT8 -> "uint8";
            case INT16 -> "int16";
            case UINT16 -> "uint16";
            case UINT32 -> "uint32";
            case BOOL, INT32, INT64, UINT64, FLOAT, DOUBLE -> null;
        };
    }
}
