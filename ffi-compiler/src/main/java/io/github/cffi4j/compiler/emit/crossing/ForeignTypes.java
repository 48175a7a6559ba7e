package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.cdef.TagKind;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedComposite.Field;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import io.github.cffi4j.cdef.model.ResolvedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The types of calls without glue on one platform, as native-image names them: {@code jint}, {@code struct(jdouble, jint,
 * padding(4))}. {@code ForeignCall} and {@code StructLayouts} of the runtime link the same.
 */
public final class ForeignTypes {
    private final ResolvedBinding binding;
    private final CallShapes.Indexes table;
    private final List<Long> values;
    private final Kinds kinds = new Kinds();

    /**
     * @param table where in the layout things are
     * @param values of the layout, as the platform's compiler told them
     */
    public ForeignTypes(ResolvedBinding binding, CallShapes.Indexes table, List<Long> values) {
        this.binding = binding;
        this.table = table;
        this.values = values;
    }

    /** A type, and its size. */
    private record Sized(String name, long size) {}

    /** Returns true for an integer that takes less than a register. */
    public static boolean narrow(String type) {
        return type.equals("jbyte") || type.equals("jshort") || type.equals("jchar");
    }

    /** Returns the types of the parameters and then of the result; empty if java.lang.foreign passes no such type. */
    public Optional<List<String>> of(List<Parameter> parameters, ResolvedType result) {
        List<String> types = new ArrayList<>();
        try {
            for (Parameter parameter : parameters) {
                types.add(parameter.type().accept(kinds).name());
            }
            types.add(result.accept(kinds).name());
        } catch (UnsupportedOperationException refused) {
            return Optional.empty();
        }
        return Optional.of(types);
    }

    private static Sized integer(long size, boolean unsigned) {
        return switch ((int) size) {
            case Byte.BYTES -> new Sized("jbyte", size);
            case Short.BYTES -> new Sized(unsigned ? "jchar" : "jshort", size);
            case Integer.BYTES -> new Sized("jint", size);
            default -> new Sized("jlong", size);
        };
    }

    /** The layout has the size of an integer, negative if the type has a sign. */
    private Sized integer(String cName) {
        long value = values.get(table.integerIndex(cName));
        return integer(Math.abs(value), value > 0);
    }

    /** The type for each kind. */
    private final class Kinds implements ResolvedType.Visitor<Sized> {
        @Override
        public Sized ofVoid(ResolvedType.Void type) {
            return new Sized("void", 0);
        }

        @Override
        public Sized ofScalar(ResolvedType.Scalar type) {
            return switch (type.kind()) {
                case BOOL -> new Sized("jboolean", 1);
                case FLOAT -> new Sized("jfloat", Float.BYTES);
                case DOUBLE -> new Sized("jdouble", Double.BYTES);
                case CHAR, INT8, UINT8, INT16, INT32, UINT32, INT64, UINT64 ->
                    integer(type.kind().bytes(), false);
                case UINT16 -> integer(type.kind().bytes(), true);
            };
        }

        @Override
        public Sized ofPlatformInteger(ResolvedType.PlatformInteger type) {
            return integer(type.cName());
        }

        @Override
        public Sized ofPlatformFloat(ResolvedType.PlatformFloat type) {
            long size = values.get(table.floatingIndex(type.cName())) & 0xFF;
            if (size > Double.BYTES) {
                throw new UnsupportedOperationException("a floating type of " + size + " bytes");
            }
            return size == Float.BYTES ? new Sized("jfloat", size) : new Sized("jdouble", size);
        }

        @Override
        public Sized ofComplex(ResolvedType.Complex type) {
            return new Sized("struct(jdouble, jdouble)", 2L * Double.BYTES);
        }

        @Override
        public Sized ofEnumeration(ResolvedType.Enumeration type) {
            return integer(type.cName());
        }

        @Override
        public Sized ofComposite(ResolvedType.Composite type) {
            ResolvedComposite known = binding.composite(type.cName()).orElseThrow();
            boolean union = known.kind() == TagKind.UNION;
            long size = values.get(table.sizeIndex(known.cName()));
            if (size == 0) {
                throw new UnsupportedOperationException("this platform has none");
            }
            List<String> members = new ArrayList<>();
            long end = 0;
            for (Field field : known.fields()) {
                long offset = values.get(table.offsetIndex(known.cName(), field.cName()));
                Sized member = member(known, field);
                if (!union && offset > end) {
                    members.add(padding(offset - end));
                }
                end = union ? Math.max(end, member.size()) : offset + member.size();
                members.add(member.name());
            }
            if (size > end) {
                members.add(padding(union ? size : size - end));
            }
            return new Sized((union ? "union(" : "struct(") + String.join(", ", members) + ")", size);
        }

        private Sized member(ResolvedComposite owner, Field field) {
            if (!(field.type() instanceof ResolvedType.Array)) {
                return field.type().accept(this);
            }
            Sized element = field.type().innermost().accept(this);
            long bytes = values.get(table.valueSizeIndex(owner, field));
            return new Sized("sequence(" + bytes / element.size() + ", " + element.name() + ")", bytes);
        }

        private static String padding(long bytes) {
            return "padding(" + bytes + ")";
        }

        @Override
        public Sized ofFunctionPointer(ResolvedType.FunctionPointer type) {
            return address();
        }

        @Override
        public Sized ofPointer(ResolvedType.Pointer type) {
            return address();
        }

        /** C passes its address. */
        @Override
        public Sized ofArray(ResolvedType.Array type) {
            return address();
        }

        private static Sized address() {
            return new Sized("jlong", Long.BYTES);
        }
    }
}
