package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.cdef.TagKind;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedComposite.Field;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedSignature;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.cdef.model.ScalarKind;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The C types of calls without glue, as {@code CallShape} of the runtime reads them. {@link GlueNeeds} tells what needs glue.
 */
public final class CallShapes {
    private final Indexes table;
    private final ResolvedBinding binding;
    private final String kept;

    /**
     * The calls of a binding.
     *
     * @param kept the flag for what they keep: {@code !} for {@code errno}, {@code ^} for Windows' last error
     */
    public CallShapes(Indexes table, ResolvedBinding binding, String kept) {
        this.table = table;
        this.binding = binding;
        this.kept = kept;
    }

    /** Where in the layout a platform's compiler tells things. */
    public interface Indexes {
        int integerIndex(String type);

        int floatingIndex(String type);

        int sizeIndex(String type);

        int alignmentIndex(String type);

        int offsetIndex(String type, String field);

        /** Of the size of an array, or of what lies in a struct as it is. */
        int valueSizeIndex(ResolvedComposite owner, Field field);
    }

    /** {@code "a s4 > u8"} */
    public String of(ResolvedFunction function) {
        return kept
                + (function.critical() ? "*" : "")
                + words(function.parameters(), function.variadic() ? "... " : "", function.result(), false);
    }

    /** The same of a call of a function by its address. */
    public String of(ResolvedSignature signature) {
        return kept + words(signature.parameters(), "", signature.result(), false);
    }

    /** The types of a call that C makes: its arguments are results to Java. */
    public String ofUpcall(ResolvedSignature signature) {
        return kept + words(signature.parameters(), "", signature.result(), true);
    }

    private String words(
            List<ResolvedFunction.Parameter> parameters, String more, ResolvedType result, boolean upcall) {
        return parameters.stream()
                .map(parameter -> parameter.type().accept(new Words(upcall)) + " ")
                .collect(Collectors.joining("", "", more + "> " + result.accept(new Words(true))));
    }

    /** Returns true for a pointer to characters. */
    public static boolean text(ResolvedType type) {
        return type instanceof ResolvedType.Pointer pointer
                && pointer.target() instanceof ResolvedType.Scalar scalar
                && scalar.kind() == ScalarKind.CHAR;
    }

    /** The word for each kind of type. */
    private final class Words implements ResolvedType.Visitor<String> {
        private final boolean result;

        Words(boolean result) {
            this.result = result;
        }

        @Override
        public String ofVoid(ResolvedType.Void type) {
            return "v";
        }

        @Override
        public String ofScalar(ResolvedType.Scalar type) {
            return switch (type.kind()) {
                case BOOL -> "b";
                // Java sees 0 to 255, and C expects it extended as the platform has it.
                case CHAR -> result ? "u1" : "c";
                case INT8 -> "s1";
                case UINT8 -> "u1";
                case INT16 -> "s2";
                case UINT16 -> "u2";
                case INT32 -> "s4";
                case UINT32 -> "u4";
                case INT64 -> "s8";
                case UINT64 -> "u8";
                case FLOAT -> "f";
                case DOUBLE -> "d";
            };
        }

        @Override
        public String ofPlatformInteger(ResolvedType.PlatformInteger type) {
            return "t" + table.integerIndex(type.cName());
        }

        @Override
        public String ofPlatformFloat(ResolvedType.PlatformFloat type) {
            return "g" + table.floatingIndex(type.cName());
        }

        @Override
        public String ofComplex(ResolvedType.Complex type) {
            return "x";
        }

        @Override
        public String ofEnumeration(ResolvedType.Enumeration type) {
            return "t" + table.integerIndex(type.cName());
        }

        /** {@code [s0,1;2:s4;3:a]}: size and alignment, then each field's offset and type; an array has its size behind it. */
        @Override
        public String ofComposite(ResolvedType.Composite type) {
            ResolvedComposite known = binding.composite(type.cName()).orElseThrow();
            StringBuilder word = new StringBuilder(known.kind() == TagKind.UNION ? "[u" : "[s");
            word.append(table.sizeIndex(known.cName())).append(',').append(table.alignmentIndex(known.cName()));
            for (Field field : known.fields()) {
                word.append(';')
                        .append(table.offsetIndex(known.cName(), field.cName()))
                        .append(':')
                        .append(field.type().innermost().accept(new Words(true)));
                if (field.type() instanceof ResolvedType.Array) {
                    word.append('*').append(table.valueSizeIndex(known, field));
                }
            }
            return word.append(']').toString();
        }

        @Override
        public String ofFunctionPointer(ResolvedType.FunctionPointer type) {
            return "a";
        }

        @Override
        public String ofPointer(ResolvedType.Pointer type) {
            return "a";
        }

        @Override
        public String ofArray(ResolvedType.Array type) {
            return "a";
        }
    }
}
