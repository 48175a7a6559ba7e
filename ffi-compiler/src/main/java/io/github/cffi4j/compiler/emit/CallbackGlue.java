package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.compiler.resolve.ResolvedFunction.Parameter;
import io.github.cffi4j.compiler.resolve.ResolvedSignature;
import io.github.cffi4j.compiler.resolve.ResolvedType;
import io.github.cffi4j.compiler.resolve.ResolvedUpcall;
import io.github.cffi4j.compiler.resolve.ScalarKind;
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

    CallbackGlue(CSpelling spelling, JniEntries entries, KeptErrors kept) {
        this.spelling = spelling;
        this.entries = entries;
        this.kept = kept;
    }

    String signature(ResolvedSignature signature) {
        String upcall = NativeEmitter.upcall(signature);
        String name = signature.javaName();
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
                signature.declaration().replace("*/", "* /"),
                spelling.declare(signature.function().result(), result),
                result,
                name,
                each(signature.parameters(), this::handedOn),
                body(signature, upcall),
                stubParameters.isEmpty() ? "void" : stubParameters,
                list + (signature.result() instanceof ResolvedType.Void ? "" : "return "),
                each(
                        signature.parameters(),
                        (parameter, i) ->
                                variadic && i == last ? "ffi_list_" + i + ".ffi_list" : handingOn(parameter, i)),
                entries.head("ffi_jlong", NativeEmitter.stubTable(signature), ""));
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
                upcall.declaration().replace("*/", "* /"),
                upcall.exported() ? "FFI_C_LINKAGE " : "static ",
                spelling.declare(upcall.function().result(), declarator),
                "    static ffi_jint ffi_lost;\n"
                        + body(
                                upcall.function(),
                                upcall.result(),
                                upcall.parameters(),
                                "ffi_",
                                "ffi_function_upcall(&" + NativeEmitter.upcall(upcall) + ", &ffi_lost, ffi_values)"));
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

    private static String handingOn(Parameter parameter, int index) {
        return (byAddress(parameter) ? "&ffi_" : "ffi_") + index;
    }

    /**
     * A struct is handed on by its address: moving it might call a function, which a copy of the code would not find. A
     * {@code va_list} is small, and an array on some platforms, of which C passes the address anyway.
     */
    private static boolean byAddress(Parameter parameter) {
        return parameter.type() instanceof ResolvedType.Composite composite && !composite.argumentList();
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
            body.append("    ")
                    .append(store(parameters.get(i).type(), i, struct))
                    .append('\n');
        }
        if (result.copied()) {
            String declared = result instanceof ResolvedType.Complex
                    ? "double _Complex ffi_result"
                    : spelling.declare(function.result(), "ffi_result");
            body.append("    ").append(declared).append(";\n");
            body.append("    __builtin_memset(&ffi_result, 0, sizeof ffi_result);\n");
            body.append("    ffi_values[0].ffi_i = (ffi_jlong)(ffi_intptr)&ffi_result;\n");
        }
        body.append("    ").append(upcall).append(";\n");
        if (result instanceof ResolvedType.Composite) {
            body.append("    return ffi_result;\n");
        } else if (!(result instanceof ResolvedType.Void)) {
            String type = spelling.typeName(function.result());
            body.append("    return (")
                    .append(type)
                    .append(')')
                    .append(returned(result))
                    .append(";\n");
        }
        return body.toString();
    }

    private static String returned(ResolvedType result) {
        if (result instanceof ResolvedType.Complex) {
            return "ffi_result";
        }
        return result.address()
                ? "(ffi_intptr)ffi_values[0].ffi_i"
                : result.floating() ? "ffi_values[0].ffi_d" : "ffi_values[0].ffi_i";
    }

    private static String store(ResolvedType type, int index, String struct) {
        String slot = "ffi_values[" + (index + 1) + "]";
        if (type instanceof ResolvedType.Composite list && list.argumentList()) {
            return Text.format(
                    "FFI_LIST(ffi_list_%1$d, ffi_%1$d) %2$s.ffi_i = (ffi_jlong)(ffi_intptr)&ffi_list_%1$d.ffi_list;",
                    index, slot);
        } else if (type instanceof ResolvedType.Composite) {
            return slot + ".ffi_i = (ffi_jlong)(ffi_intptr)&" + struct + index + ";";
        } else if (type instanceof ResolvedType.Complex) {
            return Text.format(
                    "double _Complex ffi_c%1$d = ffi_%1$d; %2$s.ffi_i = (ffi_jlong)(ffi_intptr)&ffi_c%1$d;",
                    index, slot);
        } else if (type.address()) {
            return slot + ".ffi_i = (ffi_jlong)(ffi_intptr)ffi_" + index + ";";
        } else if (type.floating()) {
            return slot + ".ffi_d = (double)ffi_" + index + ";";
        }
        String value = type instanceof ResolvedType.Scalar scalar && scalar.kind() == ScalarKind.CHAR
                ? "(unsigned char)ffi_"
                : "ffi_";
        return slot + ".ffi_i = (ffi_jlong)" + value + index + ";";
    }
}
