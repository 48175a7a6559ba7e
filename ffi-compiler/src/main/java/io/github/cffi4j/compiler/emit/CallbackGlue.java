package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import io.github.cffi4j.cdef.model.ResolvedSignature;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.cdef.model.ResolvedUpcall;
import io.github.cffi4j.compiler.emit.crossing.Crossing;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.naming.NativeNames;
import io.github.cffi4j.compiler.text.Text;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the C functions that call Java: one for each function Java implements, a table of them for each type of function
 * pointer. Arguments go through an array of 64-bit values; the first is the result.
 */
final class CallbackGlue {
    private final CSpelling spelling;
    private final JniEntries entries;
    private final KeptErrors kept;
    private final Crossings types;

    CallbackGlue(CSpelling spelling, Crossings types, JniEntries entries, KeptErrors kept) {
        this.types = types;
        this.spelling = spelling;
        this.entries = entries;
        this.kept = kept;
    }

    String signature(ResolvedSignature signature) {
        String upcall = types.natives().upcall(signature);
        String name = types.names().of(signature);
        String result = "ffi_result_" + name;
        String parameters = parameters(signature.parameters());
        // Where C passes any number of arguments, the last of Java's is the list of them.
        int last = signature.parameters().size() - 1;
        boolean variadic = signature.function().variadic();
        String stubParameters = variadic ? parameters(signature.parameters().subList(0, last)) + ", ..." : parameters;
        String list = variadic ? Text.format("FFI_START(ffi_list_%d, ffi_%d) ", last, last - 1) : "";
        return Text.format(
                """

                /* %1$s */
                typedef %2$s;
                static %3$s ffi_run_%4$s(%5$sffi_slot *ffi_called) {
                %6$s}
                static ffi_table ffi_table_%4$s = { (void (*)(void))ffi_run_%4$s, { { 0, 0 } } };
                #define FFI_STUB_%4$s(ffi_n) FFI_STUB %3$s ffi_stub_%4$s_##ffi_n(%7$s) { %8$s((__typeof__(&ffi_run_%4$s))ffi_table_%4$s.ffi_run)(%9$s&ffi_table_%4$s.ffi_slots[ffi_n]); }
                FFI_REPEAT(FFI_STUB_%4$s)
                #define FFI_ADDRESS_%4$s(ffi_n) (const void *)ffi_stub_%4$s_##ffi_n,
                %10$s {
                    static const void *const ffi_functions[] = { FFI_REPEAT(FFI_ADDRESS_%4$s) };
                    static const ffi_stubs ffi_all = { ffi_functions, &ffi_table_%4$s, FFI_STUBS };
                    ffi_number(&ffi_table_%4$s, 0);
                    return (ffi_jlong)(ffi_intptr)&ffi_all;
                }
                """,
                signature.declaration().text().replace("*/", "* /"),
                spelling.declare(signature.function().result(), result),
                result,
                name,
                each(signature.parameters(), this::handedOn),
                body(signature, upcall),
                stubParameters.isEmpty() ? "void" : stubParameters,
                list + (types.of(signature.result()).returns() ? "return " : ""),
                each(
                        signature.parameters(),
                        (parameter, i) ->
                                variadic && i == last ? "ffi_list_" + i + ".ffi_list" : handingOn(parameter, i)),
                entries.head("ffi_jlong", types.natives().stubTable(signature), ""));
    }

    String upcall(ResolvedUpcall upcall) {
        String parameters = parameters(upcall.parameters());
        // In parentheses the name is the function's, even where the headers have a macro of that name with parameters.
        String declarator = "(" + upcall.cName() + ")(" + (parameters.isEmpty() ? "void" : parameters) + ")";
        return Text.format(
                """

                /* %s */
                %s%s {
                %s}
                """,
                upcall.declaration().text().replace("*/", "* /"),
                upcall.exported() ? "FFI_C_LINKAGE " : "static ",
                spelling.declare(upcall.function().result(), declarator),
                "    static ffi_jint ffi_lost;\n"
                        + body(
                                upcall.function(),
                                upcall.result(),
                                upcall.parameters(),
                                "ffi_",
                                "ffi_function_upcall(&" + NativeNames.upcall(upcall) + ", &ffi_lost, ffi_values)"));
    }

    private String body(ResolvedSignature signature, String upcall) {
        return body(
                signature.function(),
                signature.result(),
                signature.parameters(),
                "*ffi_",
                "ffi_upcall(&" + upcall + ", ffi_called, ffi_values)");
    }

    private static String each(List<Parameter> parameters, BiFunction<Parameter, Integer, String> text) {
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> text.apply(parameters.get(i), i) + ", ")
                .collect(Collectors.joining());
    }

    private String handedOn(Parameter parameter, int index) {
        return spelling.declare(parameter.declared(), (byAddress(parameter) ? "*ffi_" : "ffi_") + index);
    }

    private String handingOn(Parameter parameter, int index) {
        return (byAddress(parameter) ? "&ffi_" : "ffi_") + index;
    }

    private boolean byAddress(Parameter parameter) {
        return types.of(parameter.type()).handedOnByAddress();
    }

    private String parameters(List<Parameter> parameters) {
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> spelling.declare(parameters.get(i).declared(), "ffi_" + i))
                .collect(Collectors.joining(", "));
    }

    /**
     * @param struct what the name of a struct's parameter begins with, before its number
     * @param upcall the call of Java
     */
    private String body(
            CType.Function function, ResolvedType result, List<Parameter> parameters, String struct, String upcall) {
        StringBuilder body = new StringBuilder();
        kept.inJava().ifPresent(begin -> body.append("    ").append(begin).append('\n'));
        body.append(Text.format("    ffi_value ffi_values[%d] = { { 0 } };\n", parameters.size() + 1));
        for (int i = 0; i < parameters.size(); i++) {
            String slot = "ffi_values[" + (i + 1) + "]";
            Crossing crossing = types.of(parameters.get(i).type());
            body.append("    ").append(crossing.toSlotInC(slot, i, struct)).append('\n');
        }
        Crossing returned = types.of(result);
        returned.resultInC(spelling, function.result()).ifPresent(declared -> {
            body.append("    ").append(declared).append(";\n");
            body.append("    __builtin_memset(&ffi_result, 0, sizeof ffi_result);\n");
            body.append("    ffi_values[0].ffi_i = (ffi_jlong)(ffi_intptr)&ffi_result;\n");
        });
        body.append("    ").append(upcall).append(";\n");
        returned.fromSlotInC(spelling.typeName(function.result()))
                .ifPresent(statement -> body.append("    ").append(statement).append('\n'));
        return body.toString();
    }
}
