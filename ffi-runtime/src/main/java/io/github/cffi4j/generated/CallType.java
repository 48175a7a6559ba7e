package io.github.cffi4j.generated;

import java.util.List;

/** The C type of an argument or a result, on this platform. Immutable. */
public sealed interface CallType {
    /** A type that is not made of others. */
    enum Scalar implements CallType {
        VOID,
        BOOL,
        INT8,
        UINT8,
        INT16,
        UINT16,
        INT32,
        UINT32,
        INT64,
        UINT64,
        FLOAT,
        DOUBLE,
        ADDRESS;

        /** Returns the type of a word of {@link CallShape}, such as {@code s4}. */
        static Scalar of(String word) {
            return switch (word) {
                case "v" -> VOID;
                case "b" -> BOOL;
                case "s1" -> INT8;
                case "u1" -> UINT8;
                case "s2" -> INT16;
                case "u2" -> UINT16;
                case "s4" -> INT32;
                case "u4" -> UINT32;
                case "s8" -> INT64;
                case "u8" -> UINT64;
                case "f" -> FLOAT;
                case "d" -> DOUBLE;
                case "a" -> ADDRESS;
                default -> throw new IllegalArgumentException("generated code has no type " + word);
            };
        }

        /** Returns true for {@code float} and {@code double}. */
        public boolean floating() {
            return this == FLOAT || this == DOUBLE;
        }
    }

    /** A struct or a union by value. */
    record Composite(boolean union, long size, long alignment, List<Member> members) implements CallType {
        public Composite {
            members = List.copyOf(members);
        }
    }

    /**
     * A field of a struct or union.
     *
     * @param type of an array, that of its elements
     * @param arraySize in bytes; negative if the field is no array
     */
    record Member(long offset, CallType type, long arraySize) {}
}
