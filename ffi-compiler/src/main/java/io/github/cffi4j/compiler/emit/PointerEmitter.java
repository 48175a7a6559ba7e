package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.naming.NativeNames;
import java.util.List;

/** Writes the nested class {@code addressof}: C's own functions as function pointers. */
final class PointerEmitter {
    private static final String CLASS = "addressof";

    private final JavaWriter out;
    private final Crossings types;
    private final PlatformGuards guards;

    PointerEmitter(JavaWriter out, Crossings types, PlatformGuards guards) {
        this.out = out;
        this.types = types;
        this.guards = guards;
    }

    /** Returns true if some type of function pointer may point to a function. */
    static boolean taken(ResolvedFunction function) {
        return !function.pointerTypes().isEmpty();
    }

    void emit(List<ResolvedFunction> functions) {
        List<ResolvedFunction> taken =
                functions.stream().filter(PointerEmitter::taken).toList();
        if (taken.isEmpty()) {
            return;
        }
        out.blank().javadoc("C's own functions, as pointers for C to call.");
        out.open("public static final class " + CLASS);
        out.lines("private " + CLASS + "() {}");
        taken.forEach(this::emit);
        out.close();
    }

    private void emit(ResolvedFunction function) {
        String key = function.cName();
        String name = types.names().of(function) + "()";
        out.blank()
                .javadoc(guards.throwing(
                        key,
                        DocComment.of(function.declaration())
                                .before(JavadocText.code(function.declaration().text()))))
                .open("public static " + types.pointerTo(function.pointerTypes()) + " " + name)
                .lines(guards.requireFunction(key, CLASS + "." + name) + "return "
                        + types.pointerTo(
                                function.pointerTypes(),
                                types.nativeClass() + "." + NativeNames.address(function) + "()")
                        + ";")
                .close();
    }
}
