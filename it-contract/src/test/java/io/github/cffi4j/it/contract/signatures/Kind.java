package io.github.cffi4j.it.contract.signatures;

import java.util.List;
import java.util.Locale;

/** A type of C: some of its values in both languages, and how each language adds one to a hash. */
sealed interface Kind {
    String cName();

    /** What Java calls the type in generated code. */
    String javaName();

    List<Value> values();

    /** A value, as it is written in both languages. */
    record Value(String c, String java) {}

    /** A C statement that adds the value of an expression to {@code h}. */
    String cHash(String value);

    /** The same statement in Java. */
    String javaHash(String value);

    /** A C expression for some value, made from an unsigned 64-bit expression. */
    String cMade(String from);

    /**
     * A number, truth value or address.
     *
     * @param cBits how C turns {@code %s} into 64 bits
     * @param javaBits how Java does
     * @param cMaking how C makes one from the 64 bits {@code %s}
     */
    record Scalar(String cName, String javaName, List<Value> values, String cBits, String javaBits, String cMaking)
            implements Kind {
        @Override
        public String cHash(String value) {
            return "h = mix(h, " + String.format(Locale.ROOT, cBits, value) + ");";
        }

        @Override
        public String javaHash(String value) {
            return "h = mix(h, " + String.format(Locale.ROOT, javaBits, value) + ");";
        }

        @Override
        public String cMade(String from) {
            return String.format(Locale.ROOT, cMaking, from);
        }
    }

    /** {@code const char *}: a {@code String} on its way in, a {@code BytePointer} on its way out. */
    record Text() implements Kind {
        @Override
        public String cName() {
            return "const char *";
        }

        @Override
        public String javaName() {
            return "String";
        }

        @Override
        public List<Value> values() {
            return List.of(
                    new Value("\"\"", "\"\""),
                    new Value("\"text\"", "\"text\""),
                    new Value("\"zw\\xc3\\xb6lf\"", "\"zw\\u00f6lf\""));
        }

        @Override
        public String cHash(String value) {
            return "h = mix_text(h, " + value + ");";
        }

        @Override
        public String javaHash(String value) {
            return "h = mixText(h, " + value + ".string());";
        }

        @Override
        public String cMade(String from) {
            return "texts[(" + from + ") % 3]";
        }
    }

    /** A struct by value. */
    record Struct(String tag, List<Scalar> fields) implements Kind {
        @Override
        public String cName() {
            return "struct " + tag;
        }

        @Override
        public String javaName() {
            return tag;
        }

        String declaration() {
            StringBuilder text = new StringBuilder(cName() + " {");
            for (int i = 0; i < fields.size(); i++) {
                text.append(' ')
                        .append(fields.get(i).cName())
                        .append(" f")
                        .append(i)
                        .append(';');
            }
            return text.append(" };").toString();
        }

        @Override
        public List<Value> values() {
            return List.of(value(0), value(1));
        }

        private Value value(int which) {
            StringBuilder c = new StringBuilder("(" + cName() + "){ ");
            StringBuilder java = new StringBuilder(tag + ".allocate()");
            for (int i = 0; i < fields.size(); i++) {
                List<Value> values = fields.get(i).values();
                Value value = values.get((i + which) % values.size());
                c.append(i == 0 ? "" : ", ").append(value.c());
                java.append(".f").append(i).append('(').append(value.java()).append(')');
            }
            return new Value(c.append(" }").toString(), java.toString());
        }

        @Override
        public String cHash(String value) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < fields.size(); i++) {
                text.append(fields.get(i).cHash(value + ".f" + i)).append(' ');
            }
            return text.toString();
        }

        @Override
        public String javaHash(String value) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < fields.size(); i++) {
                text.append(fields.get(i).javaHash(value + ".f" + i + "()")).append(' ');
            }
            return text.toString();
        }

        @Override
        public String cMade(String from) {
            StringBuilder text = new StringBuilder("(" + cName() + "){ ");
            for (int i = 0; i < fields.size(); i++) {
                text.append(i == 0 ? "" : ", ").append(fields.get(i).cMade("(" + from + ") * " + (2 * i + 3)));
            }
            return text.append(" }").toString();
        }
    }
}
