package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import io.github.cffi4j.cdef.model.ResolvedSignature;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.cdef.model.ResolvedUpcall;
import io.github.cffi4j.compiler.emit.crossing.Argument.Form;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.emit.crossing.Slot;
import io.github.cffi4j.compiler.emit.crossing.Value;
import io.github.cffi4j.compiler.naming.NativeNames;
import io.github.cffi4j.compiler.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the functional interfaces for C's function pointers and for the functions that Java implements. */
final class CallbackEmitter {
    /** Inside of a {@code try}: even this may find no memory. */
    private static final String VALUES = "Segment v = Segment.ofAddress(values);";

    /** So many arguments are passed as words, as {@code SystemEntry} of the runtime has it. */
    private static final int MAX_WORDS = 8;

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
     * @param unnamed the ids of types that C has no name for
     */
    void emit(ResolvedSignature signature, Set<String> unnamed) {
        String name = types.names().of(signature);
        CallEmitter.Call call = new CallEmitter.Call(
                name,
                types.natives().invoker(signature),
                Optional.of(types.stubs(name) + ".address(this)"),
                signature.result(),
                types.names().parameters(signature.parameters()),
                false,
                Map.of(),
                Form.POINTERS);
        String head = types.of(signature.result()).javaType() + " call(" + calls.declared(call) + ")";
        String key = ConditionalBinding.signature(signature.id());
        DocComment comment = DocComment.of(signature.declaration());
        out.blank()
                .javadoc(DocComment.tagged(
                        guards.described(
                                        key,
                                        comment.before(JavadocText.code(
                                                signature.declaration().text())))
                                + "\n\n<p>A lambda that is passed to a call is valid during that call. If C keeps it, pass a {@link #stub}.",
                        comment.deprecation()));
        out.lines("@FunctionalInterface").open("public interface " + name + supertypes(signature, unnamed));
        out.javadoc(DocComment.tagged("Called by C, or calls C.", tags(comment, signature)))
                .lines(head + ";");
        out.blank()
                .javadoc(
                        "Returns a pointer of another type as this one: a C cast. Returns {@code null} for {@code null}.")
                .open("static Code at(Pointer pointer)")
                .lines("return pointer == null ? null : new Code(pointer.segment());")
                .close();
        out.blank()
                .javadoc("Returns a C function that runs the code until the arena closes.")
                .open(Text.format("static %1$s stub(Arena arena, %1$s code)", name))
                .lines(types.require() + guards.require(key, name) + "return new Code(" + types.stubs(name)
                        + ".bind(arena, code));")
                .close();
        answers.emit(signature);
        out.blank().javadoc("A pointer to a C function of this type, and of all types that are the same to C.");
        out.open("final class Code extends FunctionPointer implements "
                + types.names().functionPointers(signature.alike()).stream()
                        .map(type -> type.equals(name) ? name : types.qualified(type))
                        .collect(Collectors.joining(", ")));
        // In full: the other interfaces have a class of that name, too.
        String code = types.qualified(name) + ".Code";
        out.lines("private Code(Segment segment) {\n    super(segment);\n}");
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

    private String tags(DocComment comment, ResolvedSignature signature) {
        return comment.parameters(
                types.names().parameters(signature.parameters()),
                parameter -> types.of(parameter.type()).range(),
                types.of(signature.result()).returns());
    }

    private String supertypes(ResolvedSignature signature, Set<String> unnamed) {
        List<String> supertypes = signature.named()
                ? types.names()
                        .functionPointers(signature.alike().stream()
                                .filter(unnamed::contains)
                                .toList())
                : List.of();
        return supertypes.isEmpty() ? "" : " extends " + String.join(", ", supertypes);
    }

    /** The interface, the field that holds the code, and the function's address. */
    void emit(ResolvedUpcall upcall, String className) {
        String key = upcall.cName();
        DocComment comment = DocComment.of(upcall.declaration());
        String code = JavadocText.code(upcall.declaration().text());
        String declaration = guards.described(key, code);
        out.blank()
                .javadoc(DocComment.tagged(guards.described(key, comment.before(code)), comment.deprecation()))
                .lines("@FunctionalInterface");
        out.open("public interface " + types.names().of(upcall));
        out.javadoc("Called by C.")
                .lines(types.of(upcall.result()).javaType() + " call(" + declared(upcall.parameters()) + ");");
        out.close();
        out.blank()
                .javadoc(declaration + "\n\n<p>The code that C runs. Assign it before C calls; until then, C gets 0.")
                .lines(Text.format(
                        "public static volatile %1$s %1$s;", types.names().of(upcall)));
        answers.emit(upcall, declaration, className, guards.require(key, key + "()"));
        out.blank()
                .javadoc(declaration + "\n\n<p>Returns the function's address, which C may keep."
                        + (guards.everywhere(key) ? "" : "\n" + guards.thrown(key)));
        out.open(Text.format(
                        "public static %s %s()",
                        types.pointerTo(upcall.pointerTypes()), types.names().method(upcall)))
                .lines(types.require() + guards.require(key, key + "()") + "return "
                        + types.pointerTo(
                                upcall.pointerTypes(), types.nativeClass() + "." + NativeNames.address(upcall) + "()")
                        + ";")
                .close();
    }

    /** In the class of the native methods: what C calls. */
    void emitEntry(ResolvedSignature signature) {
        out.blank().open("static void " + types.natives().upcall(signature) + "(int slot, long values)");
        inMemory(signature);
        out.close();
    }

    private void inMemory(ResolvedSignature signature) {
        String name = types.names().of(signature);
        String stubs = types.stubs(name);
        String call = call(signature.parameters());
        out.open("try").lines(VALUES);
        out.lines(returned(signature.result(), stubs + ".code(slot)" + call, name) + ";")
                .close();
        out.open("catch (Throwable failure)")
                .lines(Text.format(
                        "if (%1$s.failed(slot, failure)) {\n    %2$s\n    %1$s.answer(slot, failure, answer -> %3$s);\n}",
                        stubs, VALUES, returned(signature.result(), "answer" + call, name)))
                .close();
    }

    /** In the class of the native methods of a binding without glue: what C calls, as {@code SystemEntry} of the runtime says. */
    void emitSystemEntry(ResolvedSignature signature) {
        out.blank().javadoc("What C calls.");
        out.open("private static final class "
                + Crossings.entryClass(types.names().of(signature)) + " extends SystemEntry");
        out.lines("@Override");
        if (takesWords(signature)) {
            String parameters = IntStream.range(0, signature.parameters().size())
                    .mapToObj(i -> ", long " + word(i))
                    .collect(Collectors.joining());
            out.open("public long words(int slot" + parameters + ")");
            words(signature);
        } else {
            out.open("public void slots(int slot, long values)");
            inMemory(signature);
        }
        out.close().close();
    }

    private boolean takesWords(ResolvedSignature signature) {
        return signature.parameters().size() <= MAX_WORDS
                && !types.of(signature.result()).copied()
                && signature.parameters().stream()
                        .noneMatch(parameter -> types.of(parameter.type()).copied());
    }

    private void words(ResolvedSignature signature) {
        String name = types.names().of(signature);
        String stubs = types.stubs(name);
        String call = call(signature.parameters(), i -> Slot.variable(word(i), ""));
        boolean returns = types.of(signature.result()).returns();
        out.open("try")
                .lines(returned(Slot.variable("", "return "), signature.result(), stubs + ".code(slot)" + call, name)
                        + ";");
        if (!returns) {
            out.lines("return 0;");
        }
        out.close();
        String answered = returned(Slot.variable("", "v[0] = "), signature.result(), "answer" + call, name);
        out.open("catch (Throwable failure)")
                .lines(Text.format(
                        "long[] v = new long[1];\nif (%1$s.failed(slot, failure)) {\n"
                                + "    %1$s.answer(slot, failure, answer -> %2$s);\n}\nreturn v[0];",
                        stubs, answered))
                .close();
    }

    /** Names that no generated method has. */
    private static String word(int index) {
        return "w" + (index + 1);
    }

    /** In the class of the native methods: what C calls. */
    void emitEntry(ResolvedUpcall upcall, String className) {
        String name = types.names().of(upcall);
        String call = call(upcall.parameters());
        out.blank()
                .open("static void " + NativeNames.upcall(upcall) + "(int slot, long values)")
                .lines(types.qualified(name) + " code = null;")
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

    /** In the class of the native methods: the C functions that run Java code, and code with an answer for C. */
    void emitPlumbing(ResolvedSignature signature) {
        emitPlumbing(signature, types.natives().stubTable(signature) + "()");
    }

    /**
     * The same for a binding without glue. The code is made in the class that holds the C functions: a method of the other class would
     * have the JVM load it when that class is verified.
     *
     * @param shape the types in C
     */
    void emitSystemPlumbing(ResolvedSignature signature, String shape) {
        String entry = Crossings.entryClass(types.names().of(signature));
        emitPlumbing(signature, Text.format("SYSTEM.stubs(new %s(), \"%s\")", entry, shape));
    }

    private void emitPlumbing(ResolvedSignature signature, String table) {
        String name = types.names().of(signature);
        out.blank().javadoc("The C functions that run Java code of this type.");
        out.open("static final class " + Crossings.stubsClass(name));
        out.lines(Text.format(
                        "static final Stubs<%s> ALL = new Stubs<>(\"%s\", %s, new %s());",
                        types.qualified(name), name, table, types.nativeClass()))
                .close();
        answers.emitClass(name, signature.result(), declared(signature.parameters()), signature.parameters(), true);
    }

    /** In the class of the native methods: code with an answer for C. */
    void emitPlumbing(ResolvedUpcall upcall) {
        answers.emitClass(
                types.names().of(upcall), upcall.result(), declared(upcall.parameters()), upcall.parameters(), false);
    }

    /** The same C functions for types of other bindings: their own plumbing has them. */
    void emitIncludedStubs() {
        for (String name : types.includedStubs()) {
            out.blank()
                    .javadoc("The C functions that run Java code of this type, which belong to the included binding.");
            out.open("static final class " + Crossings.stubsClass(name));
            out.lines(Text.format(
                            "static final Stubs<%1$s> ALL = Stubs.of(%1$s.onError(null, %1$s.Code.at(1)));", name))
                    .close();
        }
    }

    private String declared(List<Parameter> parameters) {
        return types.names().parameters(parameters).stream()
                .map(parameter -> types.of(parameter.type()).javaType() + " " + parameter.javaName())
                .collect(Collectors.joining(", "));
    }

    /** The call of code with what C passed. */
    private String call(List<Parameter> parameters) {
        return call(parameters, i -> Slot.inMemory((i + 1) * Long.BYTES));
    }

    private String call(List<Parameter> parameters, IntFunction<Slot> slots) {
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> types.of(parameters.get(i).type()).fromSlot(slots.apply(i)))
                .collect(Collectors.joining(", ", ".call(", ")"));
    }

    /** The expression that gives C what a call gave. */
    private String returned(ResolvedType result, String call, String name) {
        return returned(Slot.inMemory(0), result, call, name);
    }

    private String returned(Slot slot, ResolvedType result, String call, String name) {
        return types.of(result).toSlot(slot, Value.result(call, name), this::size);
    }

    private String size(String cName) {
        return types.layout(table.sizeIndex(cName));
    }
}
