package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import io.github.cffi4j.cdef.model.ResolvedSignature;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.cdef.model.ResolvedUpcall;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.naming.NamedParameter;
import io.github.cffi4j.compiler.text.Text;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes how people say what C gets where a callback throws: a value, or what code of theirs gives for the exception. */
final class AnswerEmitter {
    private static final String PASSED_ON =
            " {@code code}, which gives C {@code error} if it throws. The exception is reported as usual.";

    private final JavaWriter out;
    private final Crossings types;

    AnswerEmitter(JavaWriter out, Crossings types) {
        this.out = out;
        this.types = types;
    }

    /** The static methods of a function pointer's interface. */
    void emit(ResolvedSignature signature) {
        String name = types.names().of(signature);
        String result = types.of(signature.result()).javaType();
        if (!result.equals("void")) {
            out.blank()
                    .javadoc("Returns" + PASSED_ON)
                    .open(Text.format("static %1$s withError(%2$s error, %1$s code)", name, result))
                    .lines("return " + passedOn(name, signature.parameters()) + ";")
                    .close();
        }
        out.blank()
                .javadoc("Returns" + handled(result))
                .open(Text.format("static %1$s onError(%2$s onError, %1$s code)", name, handler(result)))
                .lines("return " + handled(name, result, signature.parameters()) + ";")
                .close();
    }

    /** The methods that attach code to a function that Java implements; its field takes code alone. */
    void emit(ResolvedUpcall upcall, String declaration, String className, String require) {
        String name = types.names().of(upcall);
        String result = types.of(upcall.result()).javaType();
        String assign = className + "." + name + " = ";
        if (!result.equals("void")) {
            out.blank()
                    .javadoc(declaration + "\n\n<p>Attaches" + PASSED_ON)
                    .open(Text.format(
                            "public static void %s(%s error, %s code)",
                            types.names().method(upcall), result, name))
                    .lines(require + assign + passedOn(name, upcall.parameters()) + ".asCode();")
                    .close();
        }
        out.blank()
                .javadoc(declaration + "\n\n<p>Attaches" + handled(result))
                .open(Text.format(
                        "public static void %s(%s onError, %s code)",
                        types.names().method(upcall), handler(result), name))
                .lines(require + assign + handled(name, result, upcall.parameters()) + ".asCode();")
                .close();
    }

    /**
     * In the class of the native methods: code and its answer.
     *
     * @param parameters of {@code call}, as declared
     * @param stubs whether there are C functions that run such code
     */
    void emitClass(String name, ResolvedType result, String parameters, List<Parameter> all, boolean stubs) {
        String type = types.qualified(name);
        String answered = Crossings.answeredClass(name);
        String call = "code().call("
                + types.names().parameters(all).stream()
                        .map(NamedParameter::javaName)
                        .collect(Collectors.joining(", ")) + ");";
        out.blank().javadoc("Code that has an answer for C if it throws.");
        out.open(Text.format("static final class %2$s extends AnsweredCode<%1$s> implements %1$s", type, answered));
        out.open(Text.format(
                        "%2$s(%1$s code, java.util.function.Function<Throwable, %1$s> answer, boolean passedOn)",
                        type, answered))
                .lines("super(code, answer, passedOn);")
                .close();
        if (stubs) {
            out.blank()
                    .lines("@Override")
                    .open(Text.format("protected Stubs<%s> stubs()", type))
                    .lines("return " + Crossings.stubsClass(name) + ".ALL;")
                    .close();
        }
        out.blank()
                .lines("@Override")
                .open(Text.format("public %s call(%s)", types.of(result).javaType(), parameters));
        out.lines(types.of(result).returns() ? "return " + call : call).close();
        out.close();
    }

    private String passedOn(String name, List<Parameter> parameters) {
        return Text.format("new %s(code, failure -> %s -> error, true)", types.answered(name), unused(parameters));
    }

    private String handled(String name, String result, List<Parameter> parameters) {
        String given =
                switch (result) {
                    case "void" -> "onError.accept(failure)";
                    case "boolean" -> "onError.test(failure)";
                    case "int" -> "onError.applyAsInt(failure)";
                    case "long" -> "onError.applyAsLong(failure)";
                    case "double" -> "onError.applyAsDouble(failure)";
                    case "float" -> "(float) onError.applyAsDouble(failure)";
                    default -> "onError.apply(failure)";
                };
        return Text.format("new %s(code, failure -> %s -> %s, false)", types.answered(name), unused(parameters), given);
    }

    private static String handled(String result) {
        return " {@code code}. What it throws goes to {@code onError} and is not reported"
                + (result.equals("void") ? "." : "; C gets the value that it returns.");
    }

    private static String handler(String result) {
        return "java.util.function."
                + switch (result) {
                    case "void" -> "Consumer<? super Throwable>";
                    case "boolean" -> "Predicate<? super Throwable>";
                    case "int" -> "ToIntFunction<? super Throwable>";
                    case "long" -> "ToLongFunction<? super Throwable>";
                    case "double", "float" -> "ToDoubleFunction<? super Throwable>";
                    default -> "Function<? super Throwable, ? extends " + result + ">";
                };
    }

    /** The parameters of a lambda that does not look at them. */
    private static String unused(List<Parameter> parameters) {
        return IntStream.range(0, parameters.size()).mapToObj(i -> "p" + i).collect(Collectors.joining(", ", "(", ")"));
    }
}
