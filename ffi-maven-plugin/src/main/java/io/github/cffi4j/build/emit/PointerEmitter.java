package io.github.cffi4j.build.emit;

import io.github.cffi4j.build.resolve.ResolvedBinding;
import io.github.cffi4j.build.resolve.ResolvedFunction;
import io.github.cffi4j.build.resolve.ResolvedSignature;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the nested class {@code addressof}: C's own functions as function pointers. */
final class PointerEmitter {
    private final JavaWriter out;
    private final ResolvedBinding binding;
    private final FunctionPointers pointers;
    private final PlatformGuards guards;

    PointerEmitter(JavaWriter out, ResolvedBinding binding, FunctionPointers pointers, PlatformGuards guards) {
        this.out = out;
        this.binding = binding;
        this.pointers = pointers;
        this.guards = guards;
    }

    void emit(CallbackEmitter callbacks) {
        if (!pointers.any(binding)) {
            return;
        }
        out.blank().javadoc("C's own functions, as pointers for C to call.");
        out.open("public static final class " + FunctionPointers.CLASS);
        out.lines("private addressof() {}");
        binding.functions().stream().filter(FunctionPointers::taken).forEach(this::emit);
        pointers.shared().forEach((types, name) -> emit(types, name, callbacks));
        out.close();
    }

    private void emit(ResolvedFunction function) {
        String key = function.cName();
        out.blank()
                .javadoc(guards.throwing(key, JavadocText.code(function.declaration())))
                .open("public static " + pointers.type(function) + " " + function.javaName() + "()")
                .lines(guards.require(key, "addressof." + function.javaName() + "()") + "return "
                        + pointers.made(function, "Native." + NativeEmitter.address(function) + "()") + ";")
                .close();
    }

    /** All the types have the same method. */
    private void emit(List<String> types, String name, CallbackEmitter callbacks) {
        ResolvedSignature first = binding.signatures().stream()
                .filter(signature -> signature.javaName().equals(types.get(0)))
                .findFirst()
                .orElseThrow();
        String interfaces =
                types.stream().map(type -> pointers.className() + "." + type).collect(Collectors.joining(", "));
        out.blank().javadoc("A pointer to a C function, of each type that it may have.");
        out.open("public static final class " + name + " extends FunctionPointer implements " + interfaces);
        out.open("private " + name + "(Segment segment)")
                .lines("super(segment);")
                .close();
        callbacks.emitCall(first);
        out.close();
    }
}
