package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import io.github.cffi4j.cdef.model.ResolvedGlobal;
import io.github.cffi4j.cdef.model.ResolvedSignature;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.cdef.model.ResolvedTypedConstant;
import io.github.cffi4j.cdef.model.ResolvedUpcall;
import io.github.cffi4j.compiler.emit.crossing.Carrier;
import io.github.cffi4j.compiler.emit.crossing.Crossing;
import io.github.cffi4j.compiler.emit.crossing.Crossing.InC;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.naming.NativeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the C functions of what some platforms have of a binding: for each function one inline body in fixed-width types
 * with addresses as 64-bit integers, and a JNI entry around it. java.lang.foreign calls the body.
 */
final class VariantGlue {
    private final ResolvedBinding binding;
    private final CSpelling spelling;
    private final Crossings types;
    private final KeptErrors kept;
    private final JniEntries entries;

    VariantGlue(ResolvedBinding binding, Crossings types, KeptErrors kept, JniEntries entries) {
        this.entries = entries;
        this.binding = binding;
        this.spelling = binding.meaning();
        this.types = types;
        this.kept = kept;
    }

    /** Takes functions: what they are for, by a name that is the same in all variants, and their text. */
    interface Pieces {
        void add(String name, String text);
    }

    /** Writes them in an order in which each knows those it uses. */
    void write(Pieces pieces) {
        CallbackGlue callbacks = new CallbackGlue(spelling, types, entries, kept);
        binding.upcalls().forEach(upcall -> pieces.add(upcall.cName() + " itself", callbacks.upcall(upcall)));
        binding.upcalls().forEach(upcall -> pieces.add(NativeNames.address(upcall), upcallAddress(upcall)));
        binding.functions().stream()
                .filter(PointerEmitter::taken)
                .forEach(function -> pieces.add(NativeNames.address(function), functionAddress(function)));
        binding.signatures()
                .forEach(signature -> pieces.add(types.natives().stubTable(signature), callbacks.signature(signature)));
        binding.signatures().stream()
                .filter(signature -> !signature.function().variadic())
                .forEach(signature -> pieces.add(types.natives().invoker(signature), invoker(signature)));
        binding.typedConstants().forEach(constant -> pieces.add(NativeNames.getter(constant), constant(constant)));
        binding.globals().forEach(global -> pieces.add(NativeNames.address(global), global(global)));
        binding.composites().forEach(composite -> bitfields(composite, pieces));
        binding.functions().forEach(function -> pieces.add(types.names().of(function) + "()", function(function)));
        binding.functions().stream()
                .filter(function -> PinnedArrays.taken(function, types))
                .forEach(function ->
                        pieces.add(types.natives().pinned(function), PinnedArrays.glue(function, types, entries)));
    }

    private String upcallAddress(ResolvedUpcall upcall) {
        return text(new GlueFunction(
                        NativeNames.address(upcall), upcall.declaration().text(), upcall.nameSpan())
                .returning("ffi_jlong", "return (ffi_jlong)(ffi_intptr)&" + upcall.cName() + ";"));
    }

    /** The function itself or, if headers have a macro by its name, one that calls what that stands for. */
    private String functionAddress(ResolvedFunction function) {
        List<Parameter> parameters = function.parameters();
        String name = "ffi_function_" + function.cName();
        String declared = IntStream.range(0, parameters.size())
                .mapToObj(i -> spelling.declare(parameters.get(i).declared(), "ffi_" + i))
                .collect(Collectors.joining(", "));
        String passed =
                IntStream.range(0, parameters.size()).mapToObj(i -> "ffi_" + i).collect(Collectors.joining(", "));
        String head = spelling.declare(
                function.declaredResult(), name + "(" + (declared.isEmpty() ? "void" : declared) + ")");
        String call = function.cName() + "(" + passed + ");";
        return "\n#ifdef " + function.cName() + "\nstatic " + head + " { "
                + (types.of(function.result()).returns() ? "return " : "") + call + " }\n#else\n#define "
                + name
                + " " + function.cName() + "\n#endif"
                + text(new GlueFunction(
                                NativeNames.address(function),
                                function.declaration().text(),
                                function.nameSpan())
                        .returning("ffi_jlong", "return (ffi_jlong)(ffi_intptr)&" + name + ";"));
    }

    /** Calls a function pointer. */
    private String invoker(ResolvedSignature signature) {
        GlueFunction glue = inC(GlueFunction.downcall(
                        types.natives().invoker(signature),
                        signature.declaration().text(),
                        signature.nameSpan()))
                .parameter("ffi_jlong");
        List<String> arguments = new ArrayList<>();
        for (Parameter parameter : signature.parameters()) {
            glue = parameter(glue, parameter, arguments);
        }
        String called = "((" + spelling.typeName(signature.pointer()) + ")(ffi_intptr)ffi_0)("
                + String.join(", ", arguments) + ")";
        return text(result(glue, signature.function().result(), signature.result(), called));
    }

    private String constant(ResolvedTypedConstant constant) {
        GlueFunction glue = new GlueFunction(
                NativeNames.getter(constant), constant.declaration().text(), constant.nameSpan());
        return text(result(glue, constant.declared(), constant.type(), constant.cName()));
    }

    private String global(ResolvedGlobal global) {
        GlueFunction glue = new GlueFunction(
                NativeNames.address(global), global.declaration().text(), global.nameSpan());
        return text(glue.returning("ffi_jlong", "return (ffi_jlong)(ffi_intptr)&" + kept.variable(global) + ";"));
    }

    private void bitfields(ResolvedComposite composite, Pieces pieces) {
        for (ResolvedComposite.Field field : composite.fields()) {
            if (field.bits().isPresent()) {
                String place = "((" + composite.cName() + " *)(ffi_intptr)ffi_0)->" + field.cName();
                String reader = types.natives().bitReader(composite, field);
                pieces.add(
                        reader,
                        text(new GlueFunction(reader, field.declaration().text(), field.nameSpan())
                                .parameter("ffi_jlong")
                                .returning("ffi_jlong", "return (ffi_jlong)" + place + ";")));
                if (field.constant()) {
                    continue;
                }
                String writer = types.natives().bitWriter(composite, field);
                pieces.add(
                        writer,
                        text(new GlueFunction(writer, field.declaration().text(), field.nameSpan())
                                .parameter("ffi_jlong")
                                .parameter("ffi_jlong")
                                .returning("void", place + " = (" + spelling.typeName(field.declared()) + ")ffi_1;")));
            }
        }
    }

    private String function(ResolvedFunction function) {
        GlueFunction glue = GlueFunction.downcall(
                types.names().of(function), function.declaration().text(), function.nameSpan());
        glue = kept.accessedBy(function) ? glue : inC(glue);
        List<String> arguments = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            glue = inVariable(glue, parameter, arguments);
        }
        String passed = String.join(", ", arguments);
        if (function.variadic()) {
            Variadic variadic = Variadic.of(function, types);
            glue = glue.statement(variadic.unpack("ffi_" + glue.parameterCount()))
                    .parameter("ffi_jlong");
            passed += variadic.arguments();
        }
        return text(result(glue, function.declaredResult(), function.result(), kept.call(function, passed)));
    }

    private GlueFunction inC(GlueFunction glue) {
        return kept.inC().map(glue::statement).orElse(glue);
    }

    private String text(GlueFunction glue) {
        return glue.text(entries);
    }

    /** What headers call a function may be a macro, which does with an argument what it can do with a variable. */
    private GlueFunction inVariable(GlueFunction glue, Parameter parameter, List<String> arguments) {
        int index = glue.parameterCount();
        InC passed = inC(parameter, index);
        if (passed.declaration().isPresent()) {
            return parameter(glue, parameter, arguments);
        }
        String argument = "ffi_a" + index;
        arguments.add(argument);
        return glue.parameter(types.of(parameter.type()).carrier().c())
                .statement(spelling.declare(parameter.declared(), argument) + " = " + passed.expression() + ";");
    }

    /** A parameter more, and the argument it makes. */
    private GlueFunction parameter(GlueFunction glue, Parameter parameter, List<String> arguments) {
        InC passed = inC(parameter, glue.parameterCount());
        arguments.add(passed.expression());
        GlueFunction longer =
                glue.parameter(types.of(parameter.type()).carrier().c());
        return passed.declaration().map(longer::statement).orElse(longer);
    }

    private InC inC(Parameter parameter, int index) {
        return types.of(parameter.type()).argumentInC(spelling.typeName(parameter.declared()), index);
    }

    /** Gives a value back, by way of the type the cdef declares; a struct goes into memory of Java's. */
    private GlueFunction result(GlueFunction glue, CType declared, ResolvedType type, String value) {
        Crossing crossing = types.of(type);
        int place = glue.parameterCount();
        GlueFunction whole = crossing.copied() ? glue.parameter(Carrier.LONG.c()) : glue;
        return whole.returning(
                crossing.resultCarrier().c(), crossing.returnedInC(spelling.typeName(declared), value, place));
    }
}
