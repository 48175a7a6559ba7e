package io.github.cffi4j.build.emit;

import io.github.cffi4j.build.resolve.ResolvedFunction;
import io.github.cffi4j.build.resolve.ResolvedFunction.Parameter;
import io.github.cffi4j.build.resolve.ResolvedType;
import io.github.cffi4j.build.resolve.ScalarKind;
import java.util.ArrayList;
import java.util.List;

/** Writes the public methods: check the arguments, call, wrap the result, keep alive what was passed. */
final class FunctionEmitter {
    /** Names that no parameter has: C's have no dollar. */
    private static final String VARIADIC = "more$";

    private static final String RESULT = "result$";

    private final JavaWriter out;
    private final JavaTypes types;

    FunctionEmitter(JavaWriter out, JavaTypes types) {
        this.out = out;
        this.types = types;
    }

    /** The method, and where C takes text a second one that takes a {@code String}. */
    void emit(ResolvedFunction function) {
        emit(function, false);
        if (function.parameters().stream().anyMatch(Parameter::text)) {
            emit(function, true);
        }
    }

    private void emit(ResolvedFunction function, boolean strings) {
        List<Parameter> parameters = function.parameters();
        List<String> declared = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (Parameter parameter : parameters) {
            declared.add(visible(parameter, strings) + " " + parameter.javaName());
            if (address(parameter.type()) && !text(parameter, strings)) {
                kept.add(parameter.javaName());
            }
        }
        if (function.variadic()) {
            declared.add("Object... " + VARIADIC);
            kept.add(VARIADIC);
        }
        if (function.result() instanceof ResolvedType.Composite) {
            kept.add(RESULT);
        }
        out.blank().javadoc(javadoc(function));
        out.open("public static %s %s(%s)"
                .formatted(types.visible(function.result()), function.javaName(), String.join(", ", declared)));
        if (function.result() instanceof ResolvedType.Composite composite) {
            out.lines("%1$s %2$s = %1$s.allocate();".formatted(composite.javaName(), RESULT));
        }
        if (strings || function.variadic()) {
            out.open("try (Scratch scratch = Scratch.open())");
        } else if (!kept.isEmpty()) {
            out.open("try");
        }
        out.lines(call(function, strings));
        if (strings || !kept.isEmpty()) {
            out.close();
        }
        if (!kept.isEmpty()) {
            out.open("finally");
            kept.forEach(name -> out.lines("Reference.reachabilityFence(" + name + ");"));
            out.close();
        }
        out.close();
    }

    private static String javadoc(ResolvedFunction function) {
        String declaration = JavadocText.code(function.declaration());
        return function.parameters().stream().anyMatch(parameter -> narrow(parameter.type()))
                ? declaration + "\n\n@throws ValueOutOfRangeException if a value does not fit its C type"
                : declaration;
    }

    private String visible(Parameter parameter, boolean strings) {
        return text(parameter, strings) ? "String" : types.visible(parameter.type());
    }

    private static boolean text(Parameter parameter, boolean strings) {
        return strings && parameter.text();
    }

    private String call(ResolvedFunction function, boolean strings) {
        List<String> passed = new ArrayList<>();
        function.parameters().forEach(parameter -> passed.add(argument(function, parameter, strings)));
        if (function.variadic()) {
            passed.add("Varargs.pack(scratch, \"%s\", %s)".formatted(function.cName(), VARIADIC));
        }
        if (function.result() instanceof ResolvedType.Composite) {
            passed.add(RESULT + ".address()");
        }
        String arguments = String.join(", ", passed);
        return wrapped(function.result(), "Native." + function.javaName() + "(" + arguments + ")");
    }

    private String wrapped(ResolvedType result, String call) {
        if (result instanceof ResolvedType.Void) {
            return call + ";";
        } else if (result instanceof ResolvedType.Composite) {
            return call + ";\nreturn " + RESULT + ";";
        } else if (result instanceof ResolvedType.Pointer pointer) {
            return "return " + types.pointerType(pointer.target()) + ".at(" + call + ");";
        } else if (result instanceof ResolvedType.Enumeration
                && types.visible(result).equals("int")) {
            return "return (int) " + call + ";";
        }
        return "return " + call + ";";
    }

    private String argument(ResolvedFunction function, Parameter parameter, boolean strings) {
        String name = parameter.javaName();
        ResolvedType type = parameter.type();
        if (text(parameter, strings)) {
            return "scratch.utf8(" + name + ")";
        } else if (type instanceof ResolvedType.Pointer) {
            return "Pointer.address(" + name + ")";
        } else if (type instanceof ResolvedType.Composite) {
            return "Checked.value(%s, \"%s\", \"%s\")".formatted(name, function.cName(), name);
        } else if (!narrow(type)) {
            return name;
        }
        String check = type instanceof ResolvedType.Scalar scalar
                ? "Checked." + checker(scalar.kind())
                : "Native." + NativeEmitter.integerName(type) + ".check";
        return "%s(%s, \"%s\", \"%s\")".formatted(check, name, function.cName(), name);
    }

    /** Whether an object of Java's must stay alive during the call. */
    private static boolean address(ResolvedType type) {
        return type instanceof ResolvedType.Pointer || type instanceof ResolvedType.Composite;
    }

    /** Whether Java's type holds values that C's does not. */
    private static boolean narrow(ResolvedType type) {
        return type instanceof ResolvedType.PlatformInteger
                || type instanceof ResolvedType.Enumeration
                || type instanceof ResolvedType.Scalar scalar && checker(scalar.kind()) != null;
    }

    private static String checker(ScalarKind kind) {
        return switch (kind) {
            case CHAR -> "char_";
            case INT8 -> "int8";
            case UINT8 -> "uint8";
            case INT16 -> "int16";
            case UINT16 -> "uint16";
            case UINT32 -> "uint32";
            case BOOL, INT32, INT64, UINT64, FLOAT, DOUBLE, LONG_DOUBLE -> null;
        };
    }
}
