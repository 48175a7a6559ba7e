package io.github.cffi4j.engine;

import io.github.cffi4j.engine.CType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A C type that a test makes up: its text in C, and the engine's description of it. */
sealed interface Shape {
    /** A scalar within a type, and how C names it. */
    record Leaf(String path, Scalar scalar, long offset) {}

    CType type();

    /** Returns a declaration of something of this type. */
    String declare(String name);

    void collect(String path, long offset, List<Leaf> leaves);

    default List<Leaf> leaves(String path) {
        List<Leaf> leaves = new ArrayList<>();
        collect(path, 0, leaves);
        return leaves;
    }

    record Simple(Scalar scalar) implements Shape {
        @Override
        public CType type() {
            return scalar;
        }

        @Override
        public String declare(String name) {
            String text =
                    switch (scalar) {
                        case VOID -> "void";
                        case INT8 -> "signed char";
                        case UINT8 -> "unsigned char";
                        case INT16 -> "short";
                        case UINT16 -> "unsigned short";
                        case INT32 -> "int";
                        case UINT32 -> "unsigned";
                        case INT64 -> "long long";
                        case POINTER -> "void *";
                        case FLOAT -> "float";
                        case DOUBLE -> "double";
                        case LONG_DOUBLE -> "long double";
                    };
            return text + " " + name;
        }

        @Override
        public void collect(String path, long offset, List<Leaf> leaves) {
            if (scalar != Scalar.VOID) {
                leaves.add(new Leaf(path, scalar, offset));
            }
        }
    }

    record Array(int count, Simple element) implements Shape {
        @Override
        public CType type() {
            return CType.array(count, element.type());
        }

        @Override
        public String declare(String name) {
            return element.declare(name + "[" + count + "]");
        }

        @Override
        public void collect(String path, long offset, List<Leaf> leaves) {
            for (int i = 0; i < count; i++) {
                element.collect(
                        path + "[" + i + "]", offset + i * element.type().size(), leaves);
            }
        }
    }

    record Struct(String name, boolean union, List<Shape> members) implements Shape {
        @Override
        public CType.Composite type() {
            CType[] types = members.stream().map(Shape::type).toArray(CType[]::new);
            return union ? CType.union(types) : CType.struct(types);
        }

        @Override
        public String declare(String name) {
            return (union ? "union " : "struct ") + this.name + " " + name;
        }

        String definition() {
            StringBuilder members = new StringBuilder();
            for (int i = 0; i < this.members.size(); i++) {
                members.append(this.members.get(i).declare("m" + i)).append("; ");
            }
            return declare("{ ") + members + "};\n";
        }

        /** Of a union, the scalars of its first largest member: nobody has all of them at once. */
        @Override
        public void collect(String path, long offset, List<Leaf> leaves) {
            List<CType.Member> placed = type().members();
            int largest = 0;
            for (int i = 0; i < members.size(); i++) {
                if (members.get(i).type().size() > members.get(largest).type().size()) {
                    largest = i;
                }
            }
            for (int i = 0; i < members.size(); i++) {
                if (!union || i == largest) {
                    members.get(i)
                            .collect(path + ".m" + i, offset + placed.get(i).offset(), leaves);
                }
            }
        }
    }

    /**
     * A function.
     *
     * @param fixed how many of its parameters are not variadic; negative if it is not
     */
    record Function(int number, Shape result, List<Shape> parameters, int fixed) {
        Signature signature(Abi abi) {
            CType[] types = parameters.stream().map(Shape::type).toArray(CType[]::new);
            return Signature.of(abi, result.type(), fixed, types);
        }

        @Override
        public String toString() {
            List<String> texts = parameters.stream()
                    .map(shape -> shape.declare("").strip() + of(shape))
                    .collect(Collectors.toList());
            if (fixed >= 0) {
                texts.add(fixed, "...");
            }
            return result.declare("f" + number) + of(result) + "(" + String.join(", ", texts) + ")";
        }

        private static String of(Shape shape) {
            return shape instanceof Struct
                    ? shape.leaves("").stream()
                            .map(leaf -> leaf.scalar() + "@" + leaf.offset())
                            .collect(Collectors.joining(" ", " {", "}"))
                    : "";
        }
    }
}
