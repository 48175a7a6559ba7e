package io.github.cffi4j.compiler.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random structs, unions and enums, as text that is both a cdef and C. */
final class RandomTypes {
    private static final List<String> SCALARS = List.of(
            "_Bool",
            "char",
            "signed char",
            "unsigned char",
            "short",
            "unsigned short",
            "int",
            "unsigned int",
            "long",
            "unsigned long",
            "long long",
            "unsigned long long",
            "float",
            "double",
            "long double",
            "float _Complex",
            "double _Complex",
            "long double _Complex",
            "bool",
            "size_t",
            "ptrdiff_t",
            "wchar_t",
            "intptr_t",
            "int8_t",
            "uint16_t",
            "int32_t",
            "uint64_t",
            "int_least16_t",
            "int_fast8_t",
            "int_fast16_t",
            "uint_fast32_t",
            "int_fast64_t",
            "intmax_t",
            "void *",
            "const char *const *");
    private static final List<String> BITS = List.of(
            "_Bool", "char", "signed char", "unsigned short", "int", "unsigned int", "long", "long long", "uint8_t");
    private static final List<String> LENGTHS =
            List.of("0", "1", "2", "3", "7", "sizeof(long)", "sizeof(void *) / 2", "1 + (3 << 1)", "'a' % 5");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<String> composites = new ArrayList<>();
    private final List<String> enums = new ArrayList<>();
    private int fields;

    RandomTypes(long seed) {
        this.random = new Random(seed);
    }

    /** The declarations of so many structs and unions, with the enums that they use. */
    String declare(int count) {
        for (int i = 0; i < count; i++) {
            if (i % 8 == 0) {
                enumeration(i / 8);
            }
            boolean packing = chance(8);
            if (packing) {
                text.append("#pragma pack(push, ")
                        .append(1 << random.nextInt(5))
                        .append(")\n");
            }
            String keyword = chance(5) ? "union" : "struct";
            String name = keyword + " t" + i;
            text.append(name);
            body(2 + random.nextInt(7), 0);
            text.append(attributes(6)).append(";\n");
            composites.add(name);
            if (packing) {
                text.append("#pragma pack(pop)\n");
            }
        }
        return text.toString();
    }

    /** The names of the structs and unions. */
    List<String> composites() {
        return composites;
    }

    private void enumeration(int number) {
        List<String> values = List.of(
                "", " = -1", " = 0x7fffffff", " = 0xffffffff", " = 1LL << 40", " = sizeof(long) * 3", " = -(1 << 20)");
        boolean positive = random.nextBoolean();
        text.append("enum e").append(number).append(" {");
        for (int i = 0; i < 3; i++) {
            String value = values.get(random.nextInt(values.size()));
            // What is below 0 and what is above INT_MAX do not go together in every C.
            boolean negative = value.startsWith(" = -");
            text.append(i == 0 ? " " : ", ")
                    .append("E")
                    .append(number)
                    .append("_")
                    .append(i)
                    .append(negative == positive ? " = " + i : value);
        }
        text.append(" };\n");
        enums.add("enum e" + number);
    }

    private void body(int count, int depth) {
        text.append(" {\n");
        for (int i = 0; i < count; i++) {
            text.append("    ");
            if (depth < 2 && chance(12)) {
                text.append(chance(2) ? "union" : "struct");
                body(1 + random.nextInt(3), depth + 1);
                text.append(attributes(6)).append(chance(2) ? "" : " " + name());
                text.append(";\n");
            } else if (chance(3)) {
                bits();
            } else {
                field();
            }
        }
        text.append("}");
    }

    private void bits() {
        String type = chance(8) ? enums.get(random.nextInt(enums.size())) : BITS.get(random.nextInt(BITS.size()));
        int most = type.equals("_Bool") ? 1 : type.contains("char") || type.equals("uint8_t") ? 8 : 16;
        most = type.equals("int") || type.startsWith("enum") ? 32 : type.equals("long long") ? 64 : most;
        int width = 1 + random.nextInt(most);
        if (chance(6)) {
            text.append(type).append(" : ").append(chance(2) ? 0 : width).append(";\n");
        } else {
            text.append(type).append(' ').append(name()).append(" : ").append(width);
            text.append(attributes(10)).append(";\n");
        }
    }

    private void field() {
        String type = SCALARS.get(random.nextInt(SCALARS.size()));
        if (chance(5) && !composites.isEmpty()) {
            // Not the last ones only: what is small stays small.
            type = composites.get(random.nextInt(composites.size()));
        } else if (chance(10)) {
            type = enums.get(random.nextInt(enums.size()));
        }
        if (chance(12)) {
            text.append("int (*").append(name()).append(")(").append(type).append(" *)");
        } else {
            text.append(type).append(' ').append(name());
            if (chance(4)) {
                text.append('[')
                        .append(LENGTHS.get(random.nextInt(LENGTHS.size())))
                        .append(']');
            }
        }
        text.append(attributes(8)).append(";\n");
    }

    private String name() {
        return "f" + fields++;
    }

    private String attributes(int rarely) {
        if (!chance(rarely)) {
            return "";
        }
        return switch (random.nextInt(4)) {
            case 0 -> " __attribute__((packed))";
            case 1 -> " __attribute__((aligned(" + (1 << random.nextInt(6)) + ")))";
            case 2 -> " __attribute__((packed, aligned(sizeof(short))))";
            default -> " __attribute__((aligned))";
        };
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
