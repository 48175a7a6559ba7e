package io.github.cffi4j.inline;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Primitive;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the C that is compiled: the author's, a function for each that the cdef declares, and the answers for its gaps. */
final class SnippetSource {
    /** All that the library offers. */
    static final String EXPORTS = "ffi_inline_*";

    /** The same in the words of a cdef, to ask the library. */
    static final String CDEF = """
            typedef struct { const char *ffi_name; void *ffi_address; } ffi_symbol;
            typedef struct { int ffi_kind; long long ffi_whole; double ffi_real; const char *ffi_text; } ffi_answer;
            ffi_symbol *ffi_inline_symbols(void);
            ffi_answer *ffi_inline_answers(void);
            """;

    /** Values of {@code ffi_kind}. */
    static final int WHOLE = 0;

    static final int NATURAL = 1;
    static final int REAL = 2;
    static final int TEXT = 3;

    private static final String ERRNO = "errno";

    private final CSpelling spelling;
    private final StringBuilder code = new StringBuilder();

    private SnippetSource(CSpelling spelling) {
        this.spelling = spelling;
    }

    /** Returns a file of its own. */
    static String of(Path snippet, Scope scope, List<Gap> gaps) {
        return "#include \"" + snippet.toString().replace('\\', '/') + "\"\n" + behind(scope, gaps);
    }

    /** Returns what comes behind the author's C. */
    static String behind(Scope scope, List<Gap> gaps) {
        SnippetSource source = new SnippetSource(new CSpelling(scope.anonymousNames()));
        source.begin();
        source.symbols(scope, gaps);
        source.answers(gaps);
        return source.code.toString();
    }

    private void begin() {
        line("#ifdef _WIN32");
        line("#define FFI_INLINE_EXPORT __declspec(dllexport)");
        line("#else");
        line("#define FFI_INLINE_EXPORT __attribute__((__visibility__(\"default\")))");
        line("#endif");
        line("struct ffi_inline_symbol { const char *ffi_name; const void *ffi_address; };");
        line("struct ffi_inline_answer { int ffi_kind; long long ffi_whole; double ffi_real; const char *ffi_text; };");
    }

    private void symbols(Scope scope, List<Gap> gaps) {
        List<String> entries = new ArrayList<>();
        for (Declaration value : scope.values()) {
            if (value instanceof Declaration.Function function) {
                entries.add(entry(function.name(), address(function, entries.size())));
            } else if (value instanceof Declaration.Variable && !value.name().equals(ERRNO)
                    || value instanceof Declaration.Constant constant
                            && constant.value().isEmpty()
                            && !asked(constant.name(), gaps)) {
                entries.add(entry(value.name(), "&" + value.name()));
            }
        }
        function("symbol", entries);
    }

    /** A constant whose value goes into the cdef has no address that counts: in C it may be a macro. */
    private static boolean asked(String name, List<Gap> gaps) {
        return gaps.stream().anyMatch(gap -> gap.questions().contains(name));
    }

    private static String entry(String name, String address) {
        return ".ffi_name = \"" + name + "\", .ffi_address = (const void *)" + address;
    }

    /**
     * Returns the address of a function. One of our own calls what C knows by the name, be it a macro. Only variadic functions,
     * which no other can pass on, must be real ones.
     */
    private String address(Declaration.Function function, int number) {
        if (function.type().variadic()) {
            return function.name();
        }
        List<String> parameters = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        for (CType.Parameter parameter : function.type().parameters()) {
            if (!isVoid(parameter.type())) {
                String name = "ffi_" + parameters.size();
                parameters.add(spelling.declare(parameter.type(), name));
                arguments.add(name);
            }
        }
        CType result = function.type().result();
        String name = "ffi_inline_" + number;
        String declared = name + "(" + (parameters.isEmpty() ? "void" : String.join(", ", parameters)) + ")";
        line("static " + spelling.declare(result, declared) + " { " + (isVoid(result) ? "" : "return ")
                + function.name() + "(" + String.join(", ", arguments) + "); }");
        return name;
    }

    private static boolean isVoid(CType type) {
        return type instanceof CType.Keyword keyword && keyword.primitive() == Primitive.VOID;
    }

    private void answers(List<Gap> gaps) {
        answer("whole", "long long", ".ffi_kind = " + WHOLE + ", .ffi_whole = value");
        answer("natural", "unsigned long long", ".ffi_kind = " + NATURAL + ", .ffi_whole = (long long)value");
        answer("real", "double", ".ffi_kind = " + REAL + ", .ffi_real = value");
        answer("text", "const char *", ".ffi_kind = " + TEXT + ", .ffi_text = value");
        line("#define FFI_INLINE_ANSWER(value) _Generic((value), float: ffi_inline_real, double: ffi_inline_real,"
                + " long double: ffi_inline_real, char *: ffi_inline_text, const char *: ffi_inline_text,"
                + " unsigned long: ffi_inline_natural, unsigned long long: ffi_inline_natural,"
                + " default: ffi_inline_whole)(value)");
        List<String> entries = new ArrayList<>();
        gaps.forEach(gap -> gap.questions().forEach(question -> entries.add(question)));
        line("FFI_INLINE_EXPORT const struct ffi_inline_answer *ffi_inline_answers(void) {");
        line("    static struct ffi_inline_answer answers[" + (entries.size() + 1) + "];");
        for (int i = 0; i < entries.size(); i++) {
            line("    answers[" + i + "] = FFI_INLINE_ANSWER((" + entries.get(i) + "));");
        }
        line("    return answers;");
        line("}");
    }

    private void answer(String name, String type, String fields) {
        line("static struct ffi_inline_answer ffi_inline_" + name + "(" + type + " value) {");
        line("    return (struct ffi_inline_answer){" + fields + "};");
        line("}");
    }

    /** Filled when it is called: no address is a constant to a linker of Windows. */
    private void function(String kind, List<String> entries) {
        String type = "struct ffi_inline_" + kind;
        line("FFI_INLINE_EXPORT const " + type + " *ffi_inline_" + kind + "s(void) {");
        line("    static " + type + " table[" + (entries.size() + 1) + "];");
        for (int i = 0; i < entries.size(); i++) {
            line("    table[" + i + "] = (" + type + "){" + entries.get(i) + "};");
        }
        line("    return table;");
        line("}");
    }

    private void line(String text) {
        code.append(text).append('\n');
    }
}
