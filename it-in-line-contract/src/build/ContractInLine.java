import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the contract suite one of in-line mode. Takes the bindings that it-abi-contract generates, and lets each function,
 * variable, function pointer and stub ask a library of ffi-dynamic. So the tests stay as they are: they see the same
 * methods, and the answers of in-line mode.
 *
 * <p>Usage: {@code java ContractInLine.java <it-abi-contract> <InLine.java> <folder> "<test classes>"}.
 */
public class ContractInLine {
    private static final Path PACKAGE = Path.of("io/github/cffi4j/it/contract");

    /** What only a compiler knows, and what in-line mode does not have: other arrays than of bytes, answers that also throw. */
    private static final Pattern REFUSED = Pattern.compile("same_ids|box_id|withError\\(");

    /** Messages that say another thing in this mode. */
    private static final Map<String, String> MESSAGES = Map.of(
            "takes a Pointer, a byte[] or a ByteBuffer, and no java.lang.String", "(const void *) takes a byte[], a ByteBuffer or any Pointer, not a java.lang.String",
            "C called a binary whose", "C called a callback whose",
            "what C keeps by binary.stub(arena, ...)", "what C keeps by library.callback(arena, ...)",
            "of this binary was closed\")\n                    .withMessageContaining(\"binary.stub(", "of this binary was closed\")\n                    .withMessageContaining(\"library.callback(",
            "\"sum_longs: variadic", "\"Calls_sum_longs: variadic");

    private static final Pattern TYPE = Pattern.compile("(?m)^    public (?:static final class|interface) (\\w+)(?: extends (\\w+))?");
    private static final Pattern FUNCTION = Pattern.compile("(?ms)^    public static ([\\w.<>\\[\\]]+) (\\w+)\\(([^)]*)\\) \\{\\n(.*?)^    }\\n");
    private static final Pattern CALLBACK = Pattern.compile("(?ms)^    public interface (\\w+) \\{\\n.*?^    }\\n");
    private static final Pattern METHOD = Pattern.compile("(?ms)^    (?:/\\*\\*[^\\n]*\\n(?:     \\*[^\\n]*\\n)*    )?@\\w.*?^    }\\n");

    private final Path from;
    private final Path to;
    /** The types of all bindings: "struct", "opaque" or "callback". */
    private final Map<String, String> kinds = new TreeMap<>();
    private final Set<Path> made = new LinkedHashSet<>();
    private int functions;
    private int typed;
    private int left;

    ContractInLine(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    public static void main(String[] args) throws IOException {
        new ContractInLine(Path.of(args[0]), Path.of(args[2])).run(List.of(args[3].split("\\s+")), Path.of(args[1]));
    }

    private void run(List<String> tests, Path library) throws IOException {
        Path contract = from.resolve("library/target/contract");
        List<Path> bindings = files(from.resolve("target/generated-sources/ffi").resolve(PACKAGE));
        for (Path binding : bindings) {
            String java = Files.readString(binding);
            Matcher type = TYPE.matcher(java);
            while (type.find()) {
                String parent = type.group(2);
                boolean callback = type.group().contains(" interface ");
                String kind = callback ? "callback" : "Struct".equals(parent) ? "struct" : "Opaque".equals(parent) ? "opaque" : null;
                if (kind != null) {
                    kinds.put(name(binding) + "." + type.group(1), kind);
                }
            }
        }
        for (Path binding : bindings) {
            String java = Files.readString(binding);
            write("java", name(binding) + ".java", name(binding).endsWith("Native") ? java : new Binding(name(binding), java, renamed(contract, name(binding))).inLine());
        }
        for (Path cdef : files(contract.resolve("ffi").resolve(PACKAGE))) {
            if (cdef.toString().endsWith(".cdef")) {
                write("cdefs", name(cdef) + ".cdef", cdef(Files.readString(cdef), renamed(contract, name(cdef))));
            }
        }
        for (Path test : files(contract.resolve("test").resolve(PACKAGE))) {
            if (tests.contains(name(test))) {
                write("java", name(test) + ".java", test(Files.readString(test)));
            }
        }
        write("java", "InLine.java", Files.readString(library));
        for (String kind : List.of("java", "cdefs")) {
            try (Stream<Path> all = Files.walk(to.resolve(kind))) {
                for (Path old : all.filter(file -> Files.isRegularFile(file) && !made.contains(file)).toList()) {
                    Files.delete(old);
                }
            }
        }
        System.out.println(functions + " functions and variables are called in-line, " + typed
                + " of them by interfaces, too; left out: " + left + " tests of what only a compiler knows, and of other arrays than of bytes");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("\\.\\w+$", "");
    }

    /** Returns the names that the library has for what two cdefs declare. */
    private static Map<String, String> renamed(Path contract, String name) throws IOException {
        Map<String, String> names = new TreeMap<>();
        Path c = contract.resolve("c").resolve(name + ".c");
        Matcher renamed = Pattern.compile("(?m)^#pragma redefine_extname (\\w+) (\\w+)").matcher(Files.exists(c) ? Files.readString(c) : "");
        while (renamed.find()) {
            names.put(renamed.group(1), renamed.group(2));
        }
        return names;
    }

    private static String cdef(String text, Map<String, String> renamed) {
        String cdef = text.lines().filter(line -> !line.matches("#define \\w+ \\.\\.\\.") && !REFUSED.matcher(line).find())
                .collect(Collectors.joining("\n", "", "\n"));
        for (Map.Entry<String, String> each : renamed.entrySet()) {
            cdef = cdef.replaceAll("\\b" + each.getKey() + "\\(", each.getValue() + "(");
        }
        return cdef;
    }

    private String test(String text) {
        Matcher methods = METHOD.matcher(text);
        StringBuilder kept = new StringBuilder();
        while (methods.find()) {
            boolean refused = REFUSED.matcher(methods.group()).find();
            left += refused ? 1 : 0;
            methods.appendReplacement(kept, refused ? "" : Matcher.quoteReplacement(methods.group()));
        }
        String test = methods.appendTail(kept).toString();
        for (Map.Entry<String, String> message : MESSAGES.entrySet()) {
            test = test.replace(message.getKey(), message.getValue());
        }
        return test;
    }

    /** A parameter as the binding declares it. */
    private record Parameter(String type, String name) {}

    /** One binding, and the interfaces for its typed calls. */
    private final class Binding {
        private final String name;
        private final String java;
        /** What the library calls a function that two cdefs declare. */
        private final Map<String, String> renamed;

        private final Set<String> methods = new LinkedHashSet<>();
        private final StringBuilder callbacks = new StringBuilder();

        Binding(String name, String java, Map<String, String> renamed) {
            this.name = name;
            this.java = java;
            this.renamed = renamed;
        }

        String inLine() {
            String changed = FUNCTION.matcher(java).replaceAll(found -> Matcher.quoteReplacement(
                    found.group(4).contains(name + "Native.ffi_require()") ? function(found.group(1), found.group(2), found.group(3)) : found.group()));
            changed = CALLBACK.matcher(changed).replaceAll(found -> Matcher.quoteReplacement(
                    callback(found.group(1), found.group(), javaBefore(found.group(1)))));
            changed = Pattern.compile(name + "Native\\.ffi_address_(\\w+)\\(\\)").matcher(changed).replaceAll(found ->
                    Matcher.quoteReplacement("InLine.of(" + name + ".class).address(\"" + cName(found.group(1)) + "\")"));
            int end = changed.lastIndexOf('}');
            return changed.substring(0, end)
                    + "\n    /** What in-line mode implements. */\n    interface Typed {\n" + String.join("", methods) + callbacks + "    }\n}\n";
        }

        private String javaBefore(String callback) {
            int at = java.indexOf("    public interface " + callback + " {");
            return java.substring(java.lastIndexOf("/**", at), at);
        }

        private String function(String result, String function, String parameterText) {
            functions++;
            List<Parameter> parameters = parameters(parameterText);
            boolean variadic = parameters.stream().anyMatch(parameter -> parameter.type().equals("Object..."));
            String arguments = parameters.stream().filter(parameter -> !parameter.type().equals("Object...")).map(Parameter::name).collect(Collectors.joining(", "));
            StringBuilder body = new StringBuilder("        InLine inLine$ = InLine.of(" + name + ".class);\n");
            String last = variadic ? parameters.get(parameters.size() - 1).name() : "new Object[0]";
            if (!REFUSED.matcher(function).find() && typedCall(result, function, parameters, body)) {
                typed++;
            }
            String call = "inLine$.call(\"" + cName(function) + "\", " + boxed(result) + ".class, InLine.all(new Object[] {" + arguments + "}, " + last + "))";
            body.append("        ").append(result.equals("void") ? call : "return (" + result + ") " + call).append(";\n");
            return "    public static " + result + " " + function + "(" + parameterText + ") {\n" + body + "    }\n";
        }

        /** Adds a call by an interface, if the arguments are what one takes. */
        private boolean typedCall(String result, String function, List<Parameter> parameters, StringBuilder body) {
            List<String> functionTypes = new ArrayList<>();
            List<String> pointerTypes = new ArrayList<>();
            List<String> functionArguments = new ArrayList<>();
            List<String> pointerArguments = new ArrayList<>();
            List<String> functionsOnly = new ArrayList<>();
            List<String> pointersOnly = new ArrayList<>();
            for (Parameter parameter : parameters) {
                String type = parameter.type();
                String value = parameter.name();
                String kind = kind(type);
                if (type.endsWith("[]") && !type.equals("byte[]") || type.startsWith("Ref<")) {
                    return false;
                } else if ("callback".equals(kind)) {
                    functionTypes.add(owner(type) + ".Typed." + simple(type));
                    pointerTypes.add("io.github.cffi4j.dynamic.CFunction");
                    functionArguments.add(owner(type) + ".Typed." + simple(type) + ".of(inLine$, " + value + ")");
                    pointerArguments.add("inLine$.function(" + value + ")");
                    functionsOnly.add("InLine.isCode(" + value + ")");
                    pointersOnly.add("InLine.isPointer(" + value + ")");
                } else {
                    String argument = value;
                    String typedType = type;
                    if ("struct".equals(kind)) {
                        typedType = "io.github.cffi4j.dynamic.StructView";
                        argument = "inLine$.view(" + value + ")";
                    } else if ("opaque".equals(kind)) {
                        typedType = "Pointer";
                        argument = "inLine$.pointer(" + value + ")";
                    } else if (type.equals("Object")) {
                        typedType = "java.nio.ByteBuffer";
                        argument = "InLine.buffer(" + value + ")";
                        functionsOnly.add("InLine.isBuffer(" + value + ")");
                        pointersOnly.add("InLine.isBuffer(" + value + ")");
                    }
                    functionTypes.add(typedType);
                    pointerTypes.add(typedType);
                    functionArguments.add(argument);
                    pointerArguments.add(argument);
                }
            }
            String kind = kind(result.replaceAll("\\.Code$", ""));
            String typedResult = result.endsWith(".Code") ? "io.github.cffi4j.dynamic.CFunction"
                    : "struct".equals(kind) ? "io.github.cffi4j.dynamic.StructView" : "opaque".equals(kind) ? "Pointer" : result;
            add(typedResult, function, functionTypes, functionArguments, functionsOnly, result, body);
            if (!pointerTypes.equals(functionTypes)) {
                add(typedResult, function, pointerTypes, pointerArguments, pointersOnly, result, body);
            }
            return true;
        }

        private void add(String typedResult, String function, List<String> types, List<String> arguments, List<String> conditions, String result, StringBuilder body) {
            StringBuilder declared = new StringBuilder();
            for (int i = 0; i < types.size(); i++) {
                declared.append(i == 0 ? "" : ", ").append(types.get(i)).append(" p").append(i);
            }
            methods.add("        @io.github.cffi4j.dynamic.CName(\"" + cName(function) + "\") " + typedResult + " " + function + "(" + declared + ");\n");
            String call = "inLine$.typed(Typed.class)." + function + "(" + String.join(", ", arguments) + ")";
            body.append("        if (InLine.TYPED").append(conditions.stream().map(condition -> " && " + condition).collect(Collectors.joining())).append(") {\n            ");
            if (result.equals("void")) {
                body.append(call).append(";\n            return;\n");
            } else if (typedResult.equals(result)) {
                body.append("return ").append(call).append(";\n");
            } else {
                body.append("return ").append(result.replaceAll("\\.Code$", "")).append(".at(").append(call).append(");\n");
            }
            body.append("        }\n");
        }

        /** A type of function pointers: C's functions are called, and stubs made, by in-line mode. */
        private String callback(String callback, String text, String javadoc) {
            List<String> declarations = Pattern.compile("\\{@code (.*?);}", Pattern.DOTALL).matcher(javadoc).results().map(found -> found.group(1).replaceAll("\\s+(\\* )?", " ")).toList();
            String declaration = declarations.get(declarations.size() - 1);
            String cType = declaration.startsWith("typedef ") ? callback : declaration;
            Matcher method = Pattern.compile("(?m)^        (\\S+) call\\(([^)]*)\\);").matcher(text);
            if (!method.find()) {
                throw new IllegalStateException(text);
            }
            String result = method.group(1);
            List<Parameter> parameters = parameters(method.group(2));
            String arguments = parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
            String call = "InLine.of(" + name + ".class).invoke(C_TYPE, this, " + boxed(result) + ".class, new Object[] {" + arguments + "})";
            String changed = text.replaceFirst("\\{\\n", Matcher.quoteReplacement("{\n        String C_TYPE = \"" + cType + "\";\n"))
                    .replaceAll("(?ms)^(            public \\S+ call\\([^)]*\\) \\{\\n).*?^            }\\n",
                            "$1" + Matcher.quoteReplacement("                " + (result.equals("void") ? call : "return (" + result + ") " + call) + ";\n            }\n"))
                    .replaceAll("(?ms)^(        static \\S+ stub\\([^)]*\\) \\{\\n).*?^        }\\n",
                            "$1" + Matcher.quoteReplacement("            return at(InLine.of(" + name + ".class).stub(C_TYPE, arena, code));\n        }\n"));
            StringBuilder declared = new StringBuilder();
            List<String> names = new ArrayList<>();
            List<String> values = new ArrayList<>();
            for (int i = 0; i < parameters.size(); i++) {
                String type = parameters.get(i).type();
                String kind = kind(type.replaceAll("\\.Code$", ""));
                String typedType = "callback".equals(kind) ? "io.github.cffi4j.dynamic.CFunction" : "struct".equals(kind) ? "io.github.cffi4j.dynamic.StructView" : "opaque".equals(kind) ? "Pointer" : type;
                declared.append(i == 0 ? "" : ", ").append(typedType).append(" p").append(i);
                names.add("p" + i);
                values.add(typedType.equals(type) ? "p" + i : type.replaceAll("\\.Code$", "") + ".at(p" + i + ")");
            }
            String kind = kind(result);
            String typedResult = "callback".equals(kind) ? "io.github.cffi4j.dynamic.CFunction" : "struct".equals(kind) ? "io.github.cffi4j.dynamic.StructView" : result;
            String answer = "code.call(" + String.join(", ", values) + ")";
            answer = "callback".equals(kind) ? "c.function(" + answer + ")" : "struct".equals(kind) ? "c.view(" + answer + ")" : answer;
            callbacks.append("\n        interface ").append(callback).append(" {\n            ").append(typedResult).append(" call(").append(declared).append(");\n\n")
                    .append("            static ").append(callback).append(" of(InLine c, ").append(name).append(".").append(callback).append(" code) {\n                return (")
                    .append(String.join(", ", names)).append(") -> ").append(answer).append(";\n            }\n        }\n");
            return changed;
        }

        private String cName(String function) {
            return renamed.getOrDefault(function, function);
        }

        private String kind(String type) {
            return kinds.get(type.contains(".") ? type : name + "." + type);
        }

        private String owner(String type) {
            return type.contains(".") ? type.substring(0, type.indexOf('.')) : name;
        }
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String boxed(String type) {
        return type.replaceAll("<.*", "");
    }

    private static List<Parameter> parameters(String text) {
        List<Parameter> parameters = new ArrayList<>();
        for (String each : text.isBlank() ? new String[0] : text.trim().split(",\\s*")) {
            int space = each.lastIndexOf(' ');
            parameters.add(new Parameter(each.substring(0, space).trim(), each.substring(space + 1)));
        }
        return parameters;
    }

    private void write(String kind, String name, String text) throws IOException {
        Path file = to.resolve(kind).resolve(kind.equals("cdefs") ? Path.of("") : PACKAGE).resolve(name);
        Files.createDirectories(file.getParent());
        made.add(file);
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }
}
