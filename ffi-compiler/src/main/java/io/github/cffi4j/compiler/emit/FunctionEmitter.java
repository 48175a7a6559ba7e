package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedFunction.Contents;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import io.github.cffi4j.compiler.emit.crossing.Argument.Form;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes the public methods that call C's functions. */
final class FunctionEmitter {
    private final JavaWriter out;
    private final Crossings types;
    private final PlatformGuards guards;
    private final CallEmitter calls;
    private final Function<ResolvedFunction, Map<String, String>> bounds;

    /**
     * @param bounds of a function, as {@link CallEmitter.Call} has them
     */
    FunctionEmitter(
            JavaWriter out,
            Crossings types,
            PlatformGuards guards,
            Function<ResolvedFunction, Map<String, String>> bounds) {
        this.bounds = bounds;
        this.guards = guards;
        this.out = out;
        this.types = types;
        this.calls = new CallEmitter(out, types);
    }

    /**
     * The method; where C takes text, one that takes a {@code String}; where arrays may be pinned, one that takes those,
     * otherwise one that copies a {@code byte[]} where C takes bytes.
     */
    void emit(ResolvedFunction function) {
        emit(function, Form.POINTERS, types.names().of(function));
        if (function.parameters().stream().anyMatch(Parameter::text)) {
            emit(function, Form.STRINGS, types.names().of(function));
        }
        if (PinnedArrays.taken(function, types)) {
            emit(function, Form.ARRAYS, types.natives().pinned(function));
        } else if (!function.variadic() && function.parameters().stream().anyMatch(Parameter::bytes)) {
            emit(function, Form.BYTES, types.names().of(function));
        }
    }

    private void emit(ResolvedFunction function, Form form, String method) {
        CallEmitter.Call call = new CallEmitter.Call(
                function.cName(),
                method,
                Optional.empty(),
                function.result(),
                types.names().parameters(function.parameters()),
                function.variadic(),
                bounds.apply(function),
                form);
        out.blank().javadoc(javadoc(function, form));
        out.open("public static " + types.of(function.result()).returnedType() + " "
                + types.names().of(function) + "(" + calls.declared(call) + ")");
        out.lines(types.require() + guards.requireFunction(function.cName(), function.cName() + "()"));
        calls.body(call);
        out.close();
    }

    private String javadoc(ResolvedFunction function, Form form) {
        DocComment comment = DocComment.of(function.declaration());
        String declaration = guards.described(
                        function.cName(),
                        comment.before(JavadocText.code(function.declaration().text())))
                + (form == Form.ARRAYS ? "\n\n<p>C reads and writes the arrays where they are." : "")
                + (form == Form.BYTES ? copies(function) : "");
        boolean checks = function.parameters().stream()
                .anyMatch(parameter -> types.of(parameter.type()).checked());
        String thrown = (bounds.apply(function).isEmpty()
                        ? ""
                        : "\n@throws IndexOutOfBoundsException if memory of a known size is smaller than the array that C takes")
                + (checks ? "\n@throws ValueOutOfRangeException if a value does not fit its C type" : "")
                + guards.thrown(function.cName());
        String tags = comment.parameters(
                types.names().parameters(function.parameters()),
                parameter -> types.of(parameter.type()).range(),
                types.of(function.result()).returns());
        return DocComment.tagged(declaration, tags + thrown + comment.deprecation());
    }

    /** What C sees of Java's bytes, and what Java sees of what C does with them. */
    private static String copies(ResolvedFunction function) {
        return "\n\n<p>C gets copies of arrays, which last until the call returns"
                + (has(function, Contents.BYTES_WRITTEN)
                        ? "; what C writes to those that are not const is copied back"
                        : "")
                + (has(function, Contents.DATA)
                        ? ". An {@code Object} is a {@code byte[]} or a {@code ByteBuffer}; a direct buffer is not copied."
                        : ".");
    }

    private static boolean has(ResolvedFunction function, Contents contents) {
        return function.parameters().stream().anyMatch(parameter -> parameter.contents() == contents);
    }
}
