package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.compiler.emit.crossing.Argument.Form;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.emit.crossing.Value;
import io.github.cffi4j.compiler.resolve.ConditionalBinding;
import io.github.cffi4j.compiler.resolve.ResolvedFunction.Parameter;
import io.github.cffi4j.compiler.resolve.ResolvedSignature;
import io.github.cffi4j.compiler.resolve.ResolvedType;
import io.github.cffi4j.compiler.resolve.ResolvedUpcall;
import io.github.cffi4j.compiler.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the functional interfaces for C's function pointers and for the functions that Java implements. */
final class CallbackEmitter {
    /** Inside of a {@code try}: even this may find no memory. */
    private static final String VALUES = "Segment v = Segment.ofAddress(values);";

    private final JavaWriter out;
    private final Crossings types;
    private final LayoutTable table;
    private final PlatformGuards guards;
    private final CallEmitter calls;
    private final AnswerEmitter answers;

    CallbackEmitter(JavaWriter out, Crossings types, LayoutTable table, PlatformGuards guards) {
        this.guards = guards;
        this.out = out;
        this.types = types;
        this.table = table;
        this.calls = new CallEmitter(out, types);
        this.answers = new AnswerEmitter(out, types);
    }

    /**
     * The interface of function pointers. Where C has a name for the type, its values go wherever a type of the same structure was
     * written out.
     *
     * @param unnamed the interfaces of types that C has no name for
     */
    void emit(ResolvedSignature signature, Set<String> unnamed) {
        String name = signature.javaName();
        CallEmitter.Call call = new CallEmitter.Call(
                name,
                NativeEmitter.invoker(signature),
                Optional.of("STUBS.address(this)"),
                signature.result(),
                signature.parameters(),
                false,
                Map.of(),
                Form.POINTERS);
        String head = types.of(signature.result()).javaType() + " call(" + calls.declared(call) + ")";
        String key = ConditionalBinding.signature(name);
        out.blank()
                .javadoc(
                        guards.described(key, JavadocText.code(signature.declaration()))
                                + "\n\n<p>A lambda that is passed to a call is valid during that call. If C keeps it, pass a {@link #stub}.");
        out.lines("@FunctionalInterface").open("public interface " + name + supertypes(signature, unnamed));
        out.javadoc("Called by C, or calls C.").lines(head + ";");
        out.blank()
                .javadoc(
                        "Returns a pointer of another type as this one: a C cast. Returns {@code null} for {@code null}.")
                .open("static Code at(Pointer pointer)")
                .lines("return pointer == null ? null : new Code(pointer.segment());")
                .close();
        out.blank()
                .javadoc("Returns a C function that runs the code until the arena closes.")
                .open(Text.format("static %1$s stub(Arena arena, %1$s code)", name))
                .lines(NativeEmitter.REQUIRE + guards.require(key, name)
                        + "return new Code(Code.STUBS.bind(arena, code));")
                .close();
        answers.emit(signature);
        answers.emitClass(name, signature.result(), calls.declared(call), signature.parameters());
        out.blank().javadoc("A pointer to a C function of this type, and of all types that are the same to C.");
        out.open("final class Code extends FunctionPointer implements "
                + signature.alike().stream()
                        .map(type -> type.equals(name) ? name : types.qualified(type))
                        .collect(Collectors.joining(", ")));
        out.javadoc("For generated code.");
        out.lines(Text.format(
                "public static final Stubs<%1$s> STUBS = new Stubs<>(\"%1$s\", Native.%2$s(), new Native());",
                name, NativeEmitter.stubTable(signature)));
        // In full: the other interfaces have a class of that name, too.
        String code = types.qualified(name) + ".Code";
        out.blank().lines("private Code(Segment segment) {\n    super(segment);\n}");
        out.blank()
                .javadoc("Returns the C function at an address; {@code null} for 0.")
                .open("public static " + code + " at(long address)")
                .lines("return address == 0 ? null : new " + code + "(Segment.ofAddress(address));")
                .close();
        out.blank().lines("@Override").open("public " + head);
        if (signature.function().variadic()) {
            out.lines("throw FunctionPointer.variadic(\"" + name + "\");");
        } else {
            calls.body(call);
        }
        out.close();
        out.close().close();
    }

    private static String supertypes(ResolvedSignature signature, Set<String> unnamed) {
        List<String> supertypes = signature.named()
                ? signature.alike().stream().filter(unnamed::contains).toList()
                : List.of();
        return supertypes.isEmpty() ? "" : " extends " + String.join(", ", supertypes);
    }

    /** The interface, the field that holds the code, and the function's address. */
    void emit(ResolvedUpcall upcall, String className) {
        String key = upcall.cName();
        String declaration = guards.described(key, JavadocText.code(upcall.declaration()));
        String parameters = upcall.parameters().stream()
                .map(parameter -> types.of(parameter.type()).javaType() + " " + parameter.javaName())
                .collect(Collectors.joining(", "));
        out.blank().javadoc(declaration).lines("@FunctionalInterface");
        out.open("public interface " + upcall.javaName());
        out.javadoc("Called by C.").lines(types.of(upcall.result()).javaType() + " call(" + parameters + ");");
        answers.emitClass(upcall.javaName(), upcall.result(), parameters, upcall.parameters());
        out.close();
        out.blank()
                .javadoc(declaration + "\n\n<p>The code that C runs. Assign it before C calls; until then, C gets 0.")
                .lines(Text.format("public static volatile %1$s %1$s;", upcall.javaName()));
        answers.emit(upcall, declaration, className, guards.require(key, key + "()"));
        out.blank()
                .javadoc(declaration + "\n\n<p>Returns the function's address, which C may keep."
                        + (guards.everywhere(key) ? "" : "\n" + guards.thrown(key)));
        out.open(Text.format("public static %s %s()", types.pointerTo(upcall.pointerTypes()), upcall.methodName()))
                .lines(NativeEmitter.REQUIRE + guards.require(key, key + "()") + "return "
                        + types.pointerTo(upcall.pointerTypes(), "Native." + NativeEmitter.address(upcall) + "()")
                        + ";")
                .close();
    }

    /** In the nested class {@code Native}: what C calls. */
    void emitEntry(ResolvedSignature signature) {
        String stubs = Crossings.stubs(types.qualified(signature.javaName()));
        String call = call(signature.parameters());
        open(NativeEmitter.upcall(signature)).open("try").lines(VALUES);
        out.lines(returned(signature.result(), stubs + ".code(slot)" + call, signature.javaName()) + ";")
                .close();
        out.open("catch (Throwable failure)")
                .lines(Text.format(
                        "if (%1$s.failed(slot, failure)) {\n    %2$s\n    %1$s.answer(slot, failure, answer -> %3$s);\n}",
                        stubs, VALUES, returned(signature.result(), "answer" + call, signature.javaName())))
                .close();
        out.close();
    }

    /** In the nested class {@code Native}: what C calls. */
    void emitEntry(ResolvedUpcall upcall, String className) {
        String name = upcall.javaName();
        String call = call(upcall.parameters());
        open(NativeEmitter.upcall(upcall))
                .lines(name + " code = null;")
                .open("try")
                .lines(VALUES);
        out.lines(Text.format("""
                code = %s.%s;
                if (!Upcalls.attached("%s", slot, code)) {
                    return;
                }""", className, name, upcall.cName()));
        out.lines(returned(upcall.result(), "code" + call, name) + ";").close();
        out.open("catch (Throwable failure)")
                .lines(Text.format(
                        "if (Upcalls.failed(\"%1$s\", code, failure)) {\n    %2$s\n    Upcalls.answer(\"%1$s\", code, failure, answer -> %3$s);\n}",
                        upcall.cName(), VALUES, returned(upcall.result(), "answer" + call, name)))
                .close();
        out.close();
    }

    private JavaWriter open(String entry) {
        return out.blank().open("static void " + entry + "(int slot, long values)");
    }

    /** The call of code with what C passed. */
    private String call(List<Parameter> parameters) {
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> types.of(parameters.get(i).type()).fromSlot((i + 1) * Long.BYTES))
                .collect(Collectors.joining(", ", ".call(", ")"));
    }

    /** The expression that gives C what a call gave. */
    private String returned(ResolvedType result, String call, String name) {
        return types.of(result).toSlot(Value.result(call, name), this::size);
    }

    private String size(String cName) {
        return "Native.LAYOUT.get(" + table.sizeIndex(cName) + ")";
    }
}
