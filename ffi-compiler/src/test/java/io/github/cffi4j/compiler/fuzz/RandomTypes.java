package io.github.cffi4j.compiler.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Types and declarators, of what has been declared so far. */
final class RandomTypes {
    private static final List<String> INTEGERS = List.of(
            "char",
            "signed char",
            "unsigned char",
            "short",
            "unsigned short int",
            "int",
            "unsigned",
            "long",
            "unsigned long",
            "long long",
            "long unsigned int long",
            "_Bool",
            "size_t",
            "int8_t",
            "uint16_t",
            "int32_t",
            "uint64_t",
            "ptrdiff_t",
            "intptr_t");
    private static final List<String> FLOATS = List.of("float", "double");

    private final Chance chance;

    /** Of known size. */
    final List<String> complete = new ArrayList<>();

    final List<String> opaque = new ArrayList<>();

    RandomTypes(Chance chance) {
        this.chance = chance;
        complete.addAll(INTEGERS);
        complete.addAll(FLOATS);
    }

    String integer() {
        return chance.pick("int", "unsigned long", "char", "double");
    }

    /** A type with a name. */
    String named() {
        String type = chance.oneIn(3)
                ? complete.get(complete.size() - 1 - chance.below(Math.min(8, complete.size())))
                : chance.pick(complete);
        return chance.oneIn(8) ? chance.pick("const " + type, type + " const", "volatile " + type) : type;
    }

    /** What a pointer may point to. */
    String target() {
        return chance.oneIn(4) ? "void" : chance.oneIn(3) && !opaque.isEmpty() ? chance.pick(opaque) : named();
    }

    /** A declaration of a name, without the semicolon; its type has a size. */
    String declare(String name) {
        return switch (chance.below(8)) {
            case 0 -> target() + " *" + name;
            case 1 -> target() + chance.pick(" **", " *const *", " *") + name;
            case 2 -> named() + " " + name + "[" + (1 + chance.below(5)) + "]";
            case 3 -> named() + " " + name + "[2][" + chance.pick("3", "sizeof(int)", "'\\3'", "1 << 2", "0x2u") + "]";
            case 4 -> target() + " *(*" + name + ")[" + (1 + chance.below(3)) + "]";
            case 5 -> functionPointer(name);
            default -> named() + " " + name;
        };
    }

    String functionPointer(String name) {
        return result() + "(*" + name + ")(" + parameters(1) + ")";
    }

    /** What a function may return, with a blank or star behind it. */
    String result() {
        return switch (chance.below(4)) {
            case 0 -> "void ";
            case 1 -> target() + " *";
            default -> named() + " ";
        };
    }

    /** The inside of a parameter list. */
    String parameters(int depth) {
        int count = chance.below(5);
        boolean variadic = chance.oneIn(12) && count > 0;
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name =
                    chance.oneIn(4) ? "" : chance.pick("a", "value", "class", "arena", "result", "address", "env") + i;
            parameters.add(parameter(name, depth, variadic));
        }
        if (variadic) {
            parameters.add("...");
        }
        return parameters.isEmpty() ? "void" : String.join(", ", parameters);
    }

    /**
     * @param variadic whether it stands before dots, where no struct may be passed by value
     */
    private String parameter(String name, int depth, boolean variadic) {
        return switch (chance.below(8)) {
            case 0, 1 -> target() + " *" + name;
            case 2 -> target() + " **" + name;
            case 3 -> named() + " " + name + chance.pick("[]", "[4]", "[2][3]");
            case 4 -> "const char *" + name;
            case 5 ->
                depth < 3
                        ? result() + chance.pick("(*" + name + ")", "(*const " + name + ")") + "("
                                + parameters(depth + 1) + ")"
                        : "int " + name;
            default -> (variadic ? chance.pick(chance.oneIn(3) ? FLOATS : INTEGERS) : named()) + " " + name;
        };
    }
}
