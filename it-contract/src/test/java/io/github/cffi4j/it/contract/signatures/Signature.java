package io.github.cffi4j.it.contract.signatures;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A function: what it takes, with a value for each parameter, and what it returns.
 *
 * @param result empty for {@code void}
 */
record Signature(String name, Optional<Kind> result, List<Parameter> parameters) {

    /** What stands in a parameter list. */
    sealed interface Parameter {}

    /** A parameter, and the value it is called with. */
    record Plain(Kind kind, Kind.Value value) implements Parameter {}

    /** A pointer to a function, which is called with the values given. Its own result is a value, too. */
    record Callback(Optional<Plain> result, List<Plain> parameters) implements Parameter {}

    String declaration() {
        return cName(result) + " " + name + "(" + listed(false) + ")";
    }

    /** The parameters, with or without names. */
    private String listed(boolean named) {
        String list = IntStream.range(0, parameters.size())
                .mapToObj(i -> parameters.get(i) instanceof Callback callback
                        ? cName(callback.result().map(Plain::kind)) + " (*p" + i + ")"
                                + types(callback.parameters(), false)
                        : ((Plain) parameters.get(i)).kind().cName() + (named ? " p" + i : ""))
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? "void" : list;
    }

    /** The function, a function of C's own for each callback, and one that calls it from C. */
    String c() {
        StringBuilder text = new StringBuilder();
        StringBuilder body = new StringBuilder("uint64_t h = 1; ");
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i) instanceof Callback callback) {
                text.append(cCallback(callback, i));
                String call = "p" + i + "(" + values(callback.parameters()) + ")";
                body.append(callback.result()
                        .map(made -> "{ " + made.kind().cName() + " r = " + call + "; "
                                + made.kind().cHash("r") + " } ")
                        .orElse(call + "; "));
            } else {
                body.append(((Plain) parameters.get(i)).kind().cHash("p" + i)).append(' ');
            }
        }
        text.append("static ")
                .append(cName(result))
                .append(' ')
                .append(name)
                .append('(')
                .append(listed(true))
                .append(") { ")
                .append(body)
                .append(result.map(kind -> "return " + kind.cMade("h") + ";").orElse("kept = h;"))
                .append(" }\n");
        String arguments = IntStream.range(0, parameters.size())
                .mapToObj(i ->
                        parameters.get(i) instanceof Plain plain ? plain.value().c() : name + "_p" + i)
                .collect(Collectors.joining(", "));
        String call = name + "(" + arguments + ")";
        return text.append("static int64_t expect_")
                .append(name)
                .append("(void) { uint64_t h = 2; ")
                .append(result.map(kind -> kind.cName() + " r = " + call + "; " + kind.cHash("r"))
                        .orElse(call + "; h = kept;"))
                .append(" return (int64_t)h; }\n")
                .toString();
    }

    private String cCallback(Callback callback, int index) {
        return "static " + cName(callback.result().map(Plain::kind)) + " " + name + "_p" + index
                + types(callback.parameters(), true) + " { uint64_t h = 3; " + hashes(callback.parameters())
                + "seen = mix(seen, h); "
                + callback.result()
                        .map(made -> "return " + made.value().c() + ";")
                        .orElse("") + " }\n";
    }

    private static String hashes(List<Plain> parameters) {
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> parameters.get(i).kind().cHash("p" + i) + " ")
                .collect(Collectors.joining());
    }

    /** A Java method that calls the function with the same values, and compares. */
    String java() {
        StringBuilder text = new StringBuilder("    private static void " + name + "(List<String> wrong) {\n");
        text.append("        long[] seen = {0};\n");
        String arguments = IntStream.range(0, parameters.size())
                .mapToObj(i -> parameters.get(i) instanceof Plain plain
                        ? plain.value().java()
                        : lambda((Callback) parameters.get(i), i))
                .collect(Collectors.joining(", "));
        String call = name + "(" + arguments + ")";
        text.append("        long h = 2;\n        ")
                .append(result.map(kind -> "var r = Signatures." + call + ";\n        " + kind.javaHash("r"))
                        .orElse("Signatures." + call + ";\n        h = kept_value();"))
                .append('\n');
        return text.append("        if (h != expect_")
                .append(name)
                .append("() || seen[0] != seen_value()) {\n")
                .append("            wrong.add(\"")
                .append(declaration())
                .append("\");\n        }\n    }\n")
                .toString();
    }

    private static String lambda(Callback callback, int index) {
        String parameters = IntStream.range(0, callback.parameters().size())
                .mapToObj(i -> "c" + index + "_" + i)
                .collect(Collectors.joining(", "));
        String hashes = IntStream.range(0, callback.parameters().size())
                .mapToObj(i -> callback.parameters().get(i).kind().javaHash("c" + index + "_" + i) + " ")
                .collect(Collectors.joining());
        // A lambda's variables may not have the name of one around it.
        return "(" + parameters + ") -> { long k = 3; " + hashes.replace("h = mix(h,", "k = mix(k,")
                + "seen[0] = mix(seen[0], k); "
                + callback.result()
                        .map(made -> "return " + made.value().java() + "; ")
                        .orElse("") + "}";
    }

    private static String types(List<Plain> parameters, boolean named) {
        return parameters.isEmpty()
                ? "(void)"
                : IntStream.range(0, parameters.size())
                        .mapToObj(i -> parameters.get(i).kind().cName() + (named ? " p" + i : ""))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String values(List<Plain> parameters) {
        return parameters.stream().map(parameter -> parameter.value().c()).collect(Collectors.joining(", "));
    }

    private static String cName(Optional<Kind> result) {
        return result.map(Kind::cName).orElse("void");
    }
}
