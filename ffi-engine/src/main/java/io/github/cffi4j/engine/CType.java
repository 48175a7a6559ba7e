package io.github.cffi4j.engine;

import java.util.ArrayList;
import java.util.List;

/** A C type, as far as calls depend on it. Immutable. */
public sealed interface CType permits CType.Scalar, CType.Composite {
    /** Returns the size in bytes. */
    long size();

    /** Returns the alignment in bytes. */
    long alignment();

    /** A type that is not made of others. */
    enum Scalar implements CType {
        /** The result of a function that has none. */
        VOID(0, false),
        INT8(1, false),
        /** Also {@code _Bool}. */
        UINT8(1, false),
        INT16(2, false),
        UINT16(2, false),
        INT32(4, false),
        UINT32(4, false),
        /** Also unsigned integers of 64 bits. */
        INT64(8, false),
        POINTER(8, false),
        FLOAT(4, true),
        DOUBLE(8, true),
        /** {@code long double} of 16 bytes: 80 bits on x86-64, 128 on aarch64. On Apple's arm64, it is {@link #DOUBLE}. */
        LONG_DOUBLE(16, true);

        private final int size;
        private final boolean floating;

        Scalar(int size, boolean floating) {
            this.size = size;
            this.floating = floating;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public long alignment() {
            return Math.max(1, size);
        }

        boolean floating() {
            return floating;
        }
    }

    /**
     * A part of a struct or union.
     *
     * @param offset in bytes
     */
    record Member(long offset, CType type) {}

    /**
     * A struct or union. A bitfield is the integers that hold it; the members of an array are listed one by one.
     *
     * @param members with all of a union at offset 0
     */
    record Composite(long size, long alignment, List<Member> members) implements CType {
        public Composite {
            members = List.copyOf(members);
        }

        /** Returns all scalars in it, with their offsets. */
        List<Member> scalars() {
            List<Member> found = new ArrayList<>();
            collect(this, 0, found);
            return found;
        }

        private static void collect(Composite composite, long offset, List<Member> found) {
            for (Member member : composite.members) {
                if (member.type instanceof Composite inner) {
                    collect(inner, offset + member.offset, found);
                } else {
                    found.add(new Member(offset + member.offset, member.type));
                }
            }
        }
    }

    /** Returns a struct with members in C's own layout. */
    static Composite struct(CType... members) {
        List<Member> placed = new ArrayList<>();
        long offset = 0;
        long alignment = 1;
        for (CType member : members) {
            offset = roundUp(offset, member.alignment());
            placed.add(new Member(offset, member));
            offset += member.size();
            alignment = Math.max(alignment, member.alignment());
        }
        return new Composite(roundUp(offset, alignment), alignment, placed);
    }

    /** Returns a union. */
    static Composite union(CType... members) {
        List<Member> placed = new ArrayList<>();
        long size = 0;
        long alignment = 1;
        for (CType member : members) {
            placed.add(new Member(0, member));
            size = Math.max(size, member.size());
            alignment = Math.max(alignment, member.alignment());
        }
        return new Composite(roundUp(size, alignment), alignment, placed);
    }

    /** Returns an array, as a member of a struct: C passes none by value. */
    static Composite array(int count, CType element) {
        List<Member> placed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            placed.add(new Member(i * element.size(), element));
        }
        return new Composite(count * element.size(), element.alignment(), placed);
    }

    /** Returns the next multiple of a power of two. */
    static long roundUp(long value, long powerOfTwo) {
        return (value + powerOfTwo - 1) & -powerOfTwo;
    }
}
