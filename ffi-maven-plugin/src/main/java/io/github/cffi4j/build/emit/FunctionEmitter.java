package io.github.cffi4j.build.emit;

import io.github.cffi4j.build.resolve.ResolvedFunction;
import io.github.cffi4j.build.resolve.ResolvedFunction.Parameter;
import java.util.Optional;

/** Writes the public methods that call C's functions. */
final class FunctionEmitter {
    private final JavaWriter out;
    private final JavaTypes types;
    private final PlatformGuards guards;
    private final CallEmitter calls;

    FunctionEmitter(JavaWriter out, JavaTypes types, PlatformGuards guards) {
        this.guards = guards;
        this.out = out;
        this.types = types;
        this.calls = new CallEmitter(out, types);
    }

    /** The method, and where C takes text a second one that takes a {@code String}. */
    void emit(ResolvedFunction function) {
        emit(function, false);
        if (function.parameters().stream().anyMatch(Parameter::text)) {
            emit(function, true);
        }
    }

    private void emit(ResolvedFunction function, boolean strings) {
        CallEmitter.Call call = new CallEmitter.Call(
                function.cName(),
                function.javaName(),
                Optional.empty(),
                function.result(),
                function.parameters(),
                function.variadic(),
                strings);
        out.blank().javadoc(javadoc(function));
        out.open("public static " + types.visible(function.result()) + " " + function.javaName() + "("
                + calls.declared(call) + ")");
        out.lines(guards.require(function.cName(), function.cName() + "()"));
        calls.body(call);
        out.close();
    }

    private String javadoc(ResolvedFunction function) {
        String declaration = guards.described(function.cName(), JavadocText.code(function.declaration()));
        boolean checks = function.parameters().stream().anyMatch(parameter -> CallEmitter.narrow(parameter.type()));
        String thrown = (checks ? "\n@throws ValueOutOfRangeException if a value does not fit its C type" : "")
                + guards.thrown(function.cName());
        return declaration + (thrown.isEmpty() ? "" : "\n" + thrown);
    }
}
