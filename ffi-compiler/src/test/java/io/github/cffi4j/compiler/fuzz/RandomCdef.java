package io.github.cffi4j.compiler.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Writes cdefs by C's grammar: every one is C that a compiler takes, unless the dots of cdefs are asked for. */
public final class RandomCdef {
    private final Chance chance;
    private final RandomTypes types;
    private final boolean dots;
    private final List<String> constants = new ArrayList<>(List.of("7"));
    private int names;

    /**
     * @param dots whether to leave things to the compiler, and to say what only a cdef can say
     */
    public RandomCdef(long seed, boolean dots) {
        this.chance = new Chance(seed);
        this.types = new RandomTypes(chance);
        this.dots = dots;
    }

    /** A cdef of some declarations, one a line. */
    public String write(int declarations) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < declarations; i++) {
            String declaration = spread(declaration()) + "\n";
            text.append(dots && chance.oneIn(40) ? conditional(declaration) : declaration);
        }
        return text.toString();
    }

    private String conditional(String declaration) {
        return chance.pick("#ifdef _WIN32\n", "#if !defined(__APPLE__)\n") + declaration + "#endif\n";
    }

    /** Comments and line breaks in the place of some blanks. */
    private String spread(String declaration) {
        List<String> blanks = declaration.startsWith("#")
                ? List.of(" /* two\n lines */ ", " \\\n")
                : List.of("\n", " // \"rest\n", "/* one */", "\\\n ", "\n\t");
        StringBuilder text = new StringBuilder();
        for (char c : declaration.toCharArray()) {
            text.append(c == ' ' && chance.oneIn(12) ? chance.pick(blanks) : String.valueOf(c));
        }
        return text.toString();
    }

    private String declaration() {
        if (dots && chance.oneIn(3)) {
            return dotted();
        }
        return switch (chance.below(12)) {
            case 0 -> "#define " + constant() + " " + expression(2);
            case 1 -> enumeration();
            case 2, 3 -> composite();
            case 4 -> typedef();
            case 5 -> "extern " + types.declare(fresh("global")) + ";";
            case 6 -> opaque();
            case 7 ->
                "static const " + chance.pick("int", "long long", "unsigned char") + " " + constant() + " = "
                        + chance.below(100) + ";";
            default -> types.result() + fresh("call") + "(" + types.parameters(0) + ");";
        };
    }

    private String dotted() {
        String name = fresh("dots");
        return switch (chance.below(12)) {
            case 0 -> "#define " + constant() + " ...";
            case 1 -> "enum " + name + " { " + constant() + " = ..., " + constant() + ", ... };";
            case 2 -> complete("struct " + name, "{ " + types.declare("first") + "; ...; };");
            case 3 ->
                complete("union " + name, "{ " + types.named() + " values[...]; " + types.declare("other") + "; };");
            case 4 -> "typedef " + types.integer() + "... " + integer(name) + ";";
            case 5 -> "typedef " + chance.pick("...", "... *") + " " + pointed(name) + ";";
            case 6 -> "extern " + types.named() + " " + name + "[...];";
            case 7 ->
                "extern \"" + chance.pick("Java", "Python", "Java+C", "Python+C") + "\" " + types.result() + name + "("
                        + types.parameters(0) + ");";
            case 8 -> "extern \"C\" { " + types.result() + name + "(" + types.parameters(0) + "); }";
            case 9 -> "[[ffi::critical]] int " + name + "(" + types.parameters(0) + ");";
            case 10 ->
                "static " + chance.pick("const double ", "const char *const ", "const unsigned long ") + name + ";";
            default -> "typedef struct { ...; } " + chance.pick("", "*") + pointed(name) + ";";
        };
    }

    private String enumeration() {
        String tag = fresh("e");
        StringBuilder text = new StringBuilder("enum " + tag + " { ");
        int count = 1 + chance.below(6);
        for (int i = 0; i < count; i++) {
            // C has no enum for both ~sizeof(long) and -1.
            text.append(constant())
                    .append(chance.oneIn(3) ? " = (int) (" + expression(1) + ")" : "")
                    .append(i + 1 < count ? ", " : "");
        }
        return complete("enum " + tag, text.substring(("enum " + tag + " ").length()) + chance.pick("", ",") + " };");
    }

    private String composite() {
        String kind = chance.pick("struct", "struct", "union");
        String name = fresh(kind.substring(0, 1));
        String attribute = chance.oneIn(8) ? " __attribute__((packed))" : "";
        if (chance.oneIn(4)) {
            String declared = "typedef " + chance.pick("", "", "const ") + kind + " " + chance.pick("", name + "_tag")
                    + " " + fields(0) + attribute + " " + name + ";";
            types.complete.add(name);
            return declared;
        }
        return complete(kind + " " + name, fields(0) + attribute + ";");
    }

    private String fields(int depth) {
        StringBuilder text = new StringBuilder("{ ");
        int count = 1 + chance.below(5);
        for (int i = 0; i < count; i++) {
            String name =
                    chance.pick("x", "type", "address", "int_", "class", "set", "toString", "length", "of") + names++;
            text.append(
                    switch (chance.below(10)) {
                        case 0 ->
                            chance.pick("unsigned ", "int ", "const int ", "unsigned long long ") + name + " : "
                                    + (1 + chance.below(31));
                        case 1 -> chance.pick("unsigned a", "int b") + name + " : 3, c" + name + " : 5";
                        case 2 ->
                            depth < 2
                                    ? chance.pick("struct ", "union ")
                                            + fields(depth + 1)
                                            + chance.pick(" " + name, "", " " + name + "[2]")
                                    : "int " + name;
                        case 3 -> "enum { " + constant() + ", " + constant() + " } " + name;
                        case 4 -> types.named() + " " + name + ", *p" + name + ", q" + name + "[2]";
                        default -> types.declare(name);
                    });
            text.append("; ");
        }
        return text.append("}").toString();
    }

    private String typedef() {
        String name = fresh("t");
        String declared = "typedef "
                + switch (chance.below(4)) {
                    case 0 -> types.functionPointer(name);
                    case 1 -> types.named() + " " + name + ", *" + name + "_p";
                    case 2 -> types.result() + name + "(" + types.parameters(1) + ")";
                    default -> types.declare(name);
                }
                + ";";
        if (!declared.contains(" " + name + "(")
                && !declared.contains("*" + name + "(")
                && !declared.contains("const")
                && !declared.contains(name + "[")) {
            types.complete.add(name);
        }
        return declared;
    }

    private String opaque() {
        String name = fresh("o");
        types.opaque.add("struct " + name);
        if (chance.oneIn(2)) {
            types.opaque.add(name);
            return "typedef struct " + name + " " + name + ";";
        }
        return "struct " + name + ";";
    }

    private String expression(int depth) {
        if (depth == 0 || chance.oneIn(3)) {
            return chance.pick(chance.pick(constants), "3", "0x1F", "'a'", "sizeof(long)", "010", "5u", "-1", "2LL");
        }
        return switch (chance.below(5)) {
            case 0 -> "(" + expression(depth - 1) + ")";
            case 1 -> "(" + chance.pick("int", "unsigned char", "short") + ") (" + expression(depth - 1) + ")";
            case 2 -> "(" + expression(depth - 1) + " ? " + expression(depth - 1) + " : " + expression(depth - 1) + ")";
            case 3 -> chance.pick("~", "!", "-", "+") + "(" + expression(depth - 1) + ")";
            default ->
                "((" + expression(depth - 1) + ") & 63) " + chance.pick("+", "*", "|", "^", "<", "==") + " "
                        + expression(0);
        };
    }

    private String complete(String type, String rest) {
        types.complete.add(type);
        return type + " " + rest;
    }

    private String integer(String name) {
        types.complete.add(name);
        return name;
    }

    private String pointed(String name) {
        types.opaque.add(name);
        return name;
    }

    private String constant() {
        return fresh("K");
    }

    private String fresh(String prefix) {
        return prefix + names++;
    }
}
