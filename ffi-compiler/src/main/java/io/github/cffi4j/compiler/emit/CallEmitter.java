package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.compiler.emit.crossing.Argument;
import io.github.cffi4j.compiler.emit.crossing.Argument.Form;
import io.github.cffi4j.compiler.emit.crossing.Crossing;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.emit.crossing.Value;
import io.github.cffi4j.compiler.naming.NamedParameter;
import io.github.cffi4j.compiler.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the body of a method that calls C: check the arguments, call, wrap the result, keep alive what was passed. */
final class CallEmitter {
    /** Names that no parameter has: none ends with a dollar. */
    static final String VARIADIC = "more$";

    private static final String MARK = "mark$";

    private final JavaWriter out;
    private final Crossings types;

    CallEmitter(JavaWriter out, Crossings types) {
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
            List<NamedParameter> parameters,
            boolean variadic,
            Map<String, String> bounds,
            Form form) {}

    /** The parameters as Java declares them. */
    String declared(Call call) {
        List<String> declared = new ArrayList<>();
        for (NamedParameter parameter : call.parameters()) {
            declared.add(argument(call, parameter).javaType() + " " + parameter.javaName());
        }
        if (call.variadic()) {
            declared.add("Object... " + VARIADIC);
        }
        return String.join(", ", declared);
    }

    void body(Call call) {
        List<String> resources = resources(call);
        types.of(call.result()).resultMemory().ifPresent(out::lines);
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

    /** Returns true if anything is put into memory for the time of the call. */
    private boolean usesScratch(Call call) {
        return call.variadic()
                || types.of(call.result()).resultInScratch()
                || call.parameters().stream()
                        .anyMatch(parameter -> argument(call, parameter).scratch());
    }

    private List<String> resources(Call call) {
        return call.parameters().stream()
                .flatMap(parameter -> argument(call, parameter).resource(parameter.javaName()).stream())
                .toList();
    }

    private List<String> kept(Call call) {
        List<String> kept = new ArrayList<>();
        // A function pointer is called: a stub of an automatic arena must outlive the call.
        call.first().ifPresent(pointer -> kept.add("this"));
        call.parameters().stream()
                .filter(parameter -> argument(call, parameter).kept())
                .forEach(parameter -> kept.add(parameter.javaName()));
        if (call.variadic()) {
            kept.add(VARIADIC);
        }
        types.of(call.result()).resultMemory().ifPresent(memory -> kept.add(Crossing.RESULT));
        return kept;
    }

    private String statement(Call call) {
        List<String> passed = new ArrayList<>();
        call.first().ifPresent(passed::add);
        for (NamedParameter parameter : call.parameters()) {
            String name = parameter.javaName();
            Value value = new Value(
                    name, call.name(), name, Optional.ofNullable(call.bounds().get(name)));
            passed.add(argument(call, parameter).toC(value));
        }
        if (call.variadic()) {
            passed.add(Text.format("Varargs.pack(scratch, \"%s\", %s)", call.name(), VARIADIC));
        }
        Crossing result = types.of(call.result());
        if (result.copied()) {
            passed.add(Crossing.RESULT + ".address()");
        }
        return result.returned(types.nativeClass() + "." + call.method() + "(" + String.join(", ", passed) + ")");
    }

    private Argument argument(Call call, NamedParameter parameter) {
        return types.of(parameter.parameter(), call.form());
    }
}
