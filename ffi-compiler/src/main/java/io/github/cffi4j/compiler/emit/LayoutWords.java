package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.compiler.emit.crossing.CallShapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The types of calls without glue on one platform, as native-image names them: {@code jint}, {@code struct(jdouble, jint,
 * padding(4))}. The words are those of {@link CallShapes}.
 */
final class LayoutWords {
    private final List<Long> values;

    /** @param values of the layout, as the platform's compiler told them */
    LayoutWords(List<Long> values) {
        this.values = values;
    }

    /** Returns true for an integer that takes less than a register. */
    static boolean narrow(String type) {
        return type.equals("jbyte") || type.equals("jshort") || type.equals("jchar");
    }

    /** Returns the types of the parameters and then of the result; empty if java.lang.foreign passes no such type. */
    Optional<List<String>> types(String shape) {
        List<String> types = new ArrayList<>();
        try {
            for (String word : shape.replaceFirst("^!?\\*?", "").split(" ")) {
                if (!word.isEmpty() && !word.equals(">")) {
                    types.add(new Reader(word).type().name());
                }
            }
        } catch (UnsupportedOperationException refused) {
            return Optional.empty();
        }
        return Optional.of(types);
    }

    /** A type, and its size. */
    private record Sized(String name, long size) {}

    private static Sized integer(long size, boolean unsigned) {
        return switch ((int) size) {
            case Byte.BYTES -> new Sized("jbyte", size);
            case Short.BYTES -> new Sized(unsigned ? "jchar" : "jshort", size);
            case Integer.BYTES -> new Sized("jint", size);
            default -> new Sized("jlong", size);
        };
    }

    /** Reads a word. */
    private final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Sized type() {
            char kind = text.charAt(at++);
            return switch (kind) {
                case 'v' -> new Sized("void", 0);
                case 'b' -> new Sized("jboolean", 1);
                case 'c' -> new Sized("jbyte", 1);
                case 's', 'u' -> integer(number(), kind == 'u');
                case 'a' -> new Sized("jlong", Long.BYTES);
                case 'f' -> new Sized("jfloat", Float.BYTES);
                case 'd' -> new Sized("jdouble", Double.BYTES);
                case 'x' -> new Sized("struct(jdouble, jdouble)", 2L * Double.BYTES);
                case 't' -> {
                    long value = value();
                    yield integer(Math.abs(value), value > 0);
                }
                case 'g' -> floating(value() & 0xFF);
                case '[' -> struct();
                default -> throw new IllegalArgumentException("no type of a call: " + text);
            };
        }

        private static Sized floating(long size) {
            if (size > Double.BYTES) {
                throw new UnsupportedOperationException("a floating type of " + size + " bytes");
            }
            return size == Float.BYTES ? new Sized("jfloat", size) : new Sized("jdouble", size);
        }

        private Sized struct() {
            boolean union = text.charAt(at++) == 'u';
            long size = value();
            at++;
            value();
            List<String> members = new ArrayList<>();
            long end = 0;
            while (text.charAt(at) == ';') {
                at++;
                long offset = value();
                at++;
                Sized member = type();
                if (text.charAt(at) == '*') {
                    at++;
                    long bytes = value();
                    member = new Sized("sequence(" + bytes / member.size() + ", " + member.name() + ")", bytes);
                }
                if (!union && offset > end) {
                    members.add(padding(offset - end));
                }
                end = union ? Math.max(end, member.size()) : offset + member.size();
                members.add(member.name());
            }
            at++;
            if (size > end) {
                members.add(padding(union ? size : size - end));
            }
            return new Sized((union ? "union(" : "struct(") + String.join(", ", members) + ")", size);
        }

        private static String padding(long bytes) {
            return "padding(" + bytes + ")";
        }

        private long value() {
            return values.get(number());
        }

        private int number() {
            int start = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            return Integer.parseInt(text, start, at, 10);
        }
    }
}
