package io.github.cffi4j;

import org.jspecify.annotations.Nullable;

/**
 * Pointers to C's own integers whose width depends on the platform. A binding that has such pointers inherits these classes, so
 * that {@code import static org.example.Sqlite.*} brings {@code size_t}, and the {@code size_t *} of one binding is that of
 * all others. Ownership, errors and threads are as {@link Pointer} says.
 */
public interface CTypes {

    /** {@code long *}: as wide as the platform makes it. */
    final class c_long extends IntegerPointer<c_long> {
        private static final IntegerType INTEGER = IntegerType.LONG;

        /** Makes pointers to it. */
        public static final PointerType<c_long> TYPE = new PointerType<>("c_long", INTEGER.size()) {
            @Override
            protected c_long of(Segment segment) {
                return new c_long(segment);
            }
        };

        private c_long(Segment segment) {
            super(segment, INTEGER);
        }

        /** A new one, zeroed, freed with the Java object. */
        public static c_long allocate() {
            return TYPE.allocate();
        }

        /** A new one, zeroed, freed with the arena. */
        public static c_long allocate(Arena arena) {
            return TYPE.allocate(arena);
        }

        /** An array of new ones, zeroed, freed with the arena. */
        public static c_long allocate(Arena arena, long count) {
            return TYPE.allocate(arena, count);
        }

        /** What a pointer points to, seen as this type: a C cast. */
        public static @Nullable c_long at(@Nullable Pointer pointer) {
            return TYPE.at(pointer);
        }

        /** A pointer to a pointer to it that holds NULL: an out-parameter. */
        public static Ref<c_long> ref(Arena arena) {
            return TYPE.ref(arena);
        }
    }

    /** {@code unsigned long *}: as wide as the platform makes it. */
    final class c_ulong extends IntegerPointer<c_ulong> {
        private static final IntegerType INTEGER = IntegerType.ULONG;

        /** Makes pointers to it. */
        public static final PointerType<c_ulong> TYPE = new PointerType<>("c_ulong", INTEGER.size()) {
            @Override
            protected c_ulong of(Segment segment) {
                return new c_ulong(segment);
            }
        };

        private c_ulong(Segment segment) {
            super(segment, INTEGER);
        }

        /** A new one, zeroed, freed with the Java object. */
        public static c_ulong allocate() {
            return TYPE.allocate();
        }

        /** A new one, zeroed, freed with the arena. */
        public static c_ulong allocate(Arena arena) {
            return TYPE.allocate(arena);
        }

        /** An array of new ones, zeroed, freed with the arena. */
        public static c_ulong allocate(Arena arena, long count) {
            return TYPE.allocate(arena, count);
        }

        /** What a pointer points to, seen as this type: a C cast. */
        public static @Nullable c_ulong at(@Nullable Pointer pointer) {
            return TYPE.at(pointer);
        }

        /** A pointer to a pointer to it that holds NULL: an out-parameter. */
        public static Ref<c_ulong> ref(Arena arena) {
            return TYPE.ref(arena);
        }
    }

    /** {@code size_t *}: as wide as the platform makes it. */
    final class size_t extends IntegerPointer<size_t> {
        private static final IntegerType INTEGER = IntegerType.SIZE;

        /** Makes pointers to it. */
        public static final PointerType<size_t> TYPE = new PointerType<>("size_t", INTEGER.size()) {
            @Override
            protected size_t of(Segment segment) {
                return new size_t(segment);
            }
        };

        private size_t(Segment segment) {
            super(segment, INTEGER);
        }

        /** A new one, zeroed, freed with the Java object. */
        public static size_t allocate() {
            return TYPE.allocate();
        }

        /** A new one, zeroed, freed with the arena. */
        public static size_t allocate(Arena arena) {
            return TYPE.allocate(arena);
        }

        /** An array of new ones, zeroed, freed with the arena. */
        public static size_t allocate(Arena arena, long count) {
            return TYPE.allocate(arena, count);
        }

        /** What a pointer points to, seen as this type: a C cast. */
        public static @Nullable size_t at(@Nullable Pointer pointer) {
            return TYPE.at(pointer);
        }

        /** A pointer to a pointer to it that holds NULL: an out-parameter. */
        public static Ref<size_t> ref(Arena arena) {
            return TYPE.ref(arena);
        }
    }

    /** {@code ssize_t *}: as wide as the platform makes it. */
    final class ssize_t extends IntegerPointer<ssize_t> {
        private static final IntegerType INTEGER = IntegerType.SSIZE;

        /** Makes pointers to it. */
        public static final PointerType<ssize_t> TYPE = new PointerType<>("ssize_t", INTEGER.size()) {
            @Override
            protected ssize_t of(Segment segment) {
                return new ssize_t(segment);
            }
        };

        private ssize_t(Segment segment) {
            super(segment, INTEGER);
        }

        /** A new one, zeroed, freed with the Java object. */
        public static ssize_t allocate() {
            return TYPE.allocate();
        }

        /** A new one, zeroed, freed with the arena. */
        public static ssize_t allocate(Arena arena) {
            return TYPE.allocate(arena);
        }

        /** An array of new ones, zeroed, freed with the arena. */
        public static ssize_t allocate(Arena arena, long count) {
            return TYPE.allocate(arena, count);
        }

        /** What a pointer points to, seen as this type: a C cast. */
        public static @Nullable ssize_t at(@Nullable Pointer pointer) {
            return TYPE.at(pointer);
        }

        /** A pointer to a pointer to it that holds NULL: an out-parameter. */
        public static Ref<ssize_t> ref(Arena arena) {
            return TYPE.ref(arena);
        }
    }

    /** {@code ptrdiff_t *}: as wide as the platform makes it. */
    final class ptrdiff_t extends IntegerPointer<ptrdiff_t> {
        private static final IntegerType INTEGER = IntegerType.PTRDIFF;

        /** Makes pointers to it. */
        public static final PointerType<ptrdiff_t> TYPE = new PointerType<>("ptrdiff_t", INTEGER.size()) {
            @Override
            protected ptrdiff_t of(Segment segment) {
                return new ptrdiff_t(segment);
            }
        };

        private ptrdiff_t(Segment segment) {
            super(segment, INTEGER);
        }

        /** A new one, zeroed, freed with the Java object. */
        public static ptrdiff_t allocate() {
            return TYPE.allocate();
        }

        /** A new one, zeroed, freed with the arena. */
        public static ptrdiff_t allocate(Arena arena) {
            return TYPE.allocate(arena);
        }

        /** An array of new ones, zeroed, freed with the arena. */
        public static ptrdiff_t allocate(Arena arena, long count) {
            return TYPE.allocate(arena, count);
        }

        /** What a pointer points to, seen as this type: a C cast. */
        public static @Nullable ptrdiff_t at(@Nullable Pointer pointer) {
            return TYPE.at(pointer);
        }

        /** A pointer to a pointer to it that holds NULL: an out-parameter. */
        public static Ref<ptrdiff_t> ref(Arena arena) {
            return TYPE.ref(arena);
        }
    }

    /** {@code intptr_t *}: as wide as the platform makes it. */
    final class intptr_t extends IntegerPointer<intptr_t> {
        private static final IntegerType INTEGER = IntegerType.INTPTR;

        /** Makes pointers to it. */
        public static final PointerType<intptr_t> TYPE = new PointerType<>("intptr_t", INTEGER.size()) {
            @Override
            protected intptr_t of(Segment segment) {
                return new intptr_t(segment);
            }
        };

        private intptr_t(Segment segment) {
            super(segment, INTEGER);
        }

        /** A new one, zeroed, freed with the Java object. */
        public static intptr_t allocate() {
            return TYPE.allocate();
        }

        /** A new one, zeroed, freed with the arena. */
        public static intptr_t allocate(Arena arena) {
            return TYPE.allocate(arena);
        }

        /** An array of new ones, zeroed, freed with the arena. */
        public static intptr_t allocate(Arena arena, long count) {
            return TYPE.allocate(arena, count);
        }

        /** What a pointer points to, seen as this type: a C cast. */
        public static @Nullable intptr_t at(@Nullable Pointer pointer) {
            return TYPE.at(pointer);
        }

        /** A pointer to a pointer to it that holds NULL: an out-parameter. */
        public static Ref<intptr_t> ref(Arena arena) {
            return TYPE.ref(arena);
        }
    }

    /** {@code uintptr_t *}: as wide as the platform makes it. */
    final class uintptr_t extends IntegerPointer<uintptr_t> {
        private static final IntegerType INTEGER = IntegerType.UINTPTR;

        /** Makes pointers to it. */
        public static final PointerType<uintptr_t> TYPE = new PointerType<>("uintptr_t", INTEGER.size()) {
            @Override
            protected uintptr_t of(Segment segment) {
                return new uintptr_t(segment);
            }
        };

        private uintptr_t(Segment segment) {
            super(segment, INTEGER);
        }

        /** A new one, zeroed, freed with the Java object. */
        public static uintptr_t allocate() {
            return TYPE.allocate();
        }

        /** A new one, zeroed, freed with the arena. */
        public static uintptr_t allocate(Arena arena) {
            return TYPE.allocate(arena);
        }

        /** An array of new ones, zeroed, freed with the arena. */
        public static uintptr_t allocate(Arena arena, long count) {
            return TYPE.allocate(arena, count);
        }

        /** What a pointer points to, seen as this type: a C cast. */
        public static @Nullable uintptr_t at(@Nullable Pointer pointer) {
            return TYPE.at(pointer);
        }

        /** A pointer to a pointer to it that holds NULL: an out-parameter. */
        public static Ref<uintptr_t> ref(Arena arena) {
            return TYPE.ref(arena);
        }
    }

    /** {@code wchar_t *}: as wide as the platform makes it. */
    final class wchar_t extends IntegerPointer<wchar_t> {
        private static final IntegerType INTEGER = IntegerType.WCHAR;

        /** Makes pointers to it. */
        public static final PointerType<wchar_t> TYPE = new PointerType<>("wchar_t", INTEGER.size()) {
            @Override
            protected wchar_t of(Segment segment) {
                return new wchar_t(segment);
            }
        };

        private wchar_t(Segment segment) {
            super(segment, INTEGER);
        }

        /** A new one, zeroed, freed with the Java object. */
        public static wchar_t allocate() {
            return TYPE.allocate();
        }

        /** A new one, zeroed, freed with the arena. */
        public static wchar_t allocate(Arena arena) {
            return TYPE.allocate(arena);
        }

        /** An array of new ones, zeroed, freed with the arena. */
        public static wchar_t allocate(Arena arena, long count) {
            return TYPE.allocate(arena, count);
        }

        /** What a pointer points to, seen as this type: a C cast. */
        public static @Nullable wchar_t at(@Nullable Pointer pointer) {
            return TYPE.at(pointer);
        }

        /** A pointer to a pointer to it that holds NULL: an out-parameter. */
        public static Ref<wchar_t> ref(Arena arena) {
            return TYPE.ref(arena);
        }
    }
}
