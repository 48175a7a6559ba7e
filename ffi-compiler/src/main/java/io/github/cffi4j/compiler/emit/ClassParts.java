package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ResolvedConstant;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import java.util.ArrayList;
import java.util.List;

/**
 * The static members of a binding, cut into parts that a Java class can hold: a class has 65,535 constants, and 65,535 bytes
 * of static initialiser. Where there are several parts, the binding's class inherits from the others.
 *
 * @param parts the members of each, as what writes them
 */
record ClassParts(List<List<Runnable>> parts) {
    /** Of the 65,535, with room for what the class holds besides. */
    private static final int MOST = 40_000;

    /** A field that is read when the class is initialised takes some 14 bytes of the initialiser, others none. */
    private static final int READ_CONSTANT = 12;

    private static final int KNOWN_CONSTANT = 4;
    private static final int GLOBAL = 20;
    private static final int FUNCTION = 12;
    private static final int PARAMETER = 3;

    /** Collects members. */
    static final class Collector {
        private final List<List<Runnable>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        private int weight;
        private boolean reads;

        void constant(VerifiedBinding verified, ResolvedConstant constant, Runnable writer) {
            add(verified.sameEverywhere(constant.cName()).isPresent() ? KNOWN_CONSTANT : READ_CONSTANT, writer);
        }

        void typedConstant(Runnable writer) {
            add(READ_CONSTANT, writer);
        }

        /**
         * A field that is read by a native method.
         *
         * @param first is written before the first of them in each part
         */
        void readByMethod(Runnable first, Runnable writer) {
            add(READ_CONSTANT, writer);
            if (!reads) {
                List<Runnable> part = parts.get(parts.size() - 1);
                part.add(part.size() - 1, first);
                reads = true;
            }
        }

        void global(Runnable writer) {
            add(GLOBAL, writer);
        }

        void function(ResolvedFunction function, Runnable writer) {
            add(FUNCTION + PARAMETER * function.parameters().size(), writer);
        }

        ClassParts parts() {
            return new ClassParts(parts);
        }

        private void add(int more, Runnable writer) {
            if (weight + more > MOST) {
                parts.add(new ArrayList<>());
                weight = 0;
                reads = false;
            }
            weight += more;
            parts.get(parts.size() - 1).add(writer);
        }
    }

    /** All but the last, which the binding's own class holds. */
    List<List<Runnable>> inherited() {
        return parts.subList(0, parts.size() - 1);
    }

    List<Runnable> own() {
        return parts.get(parts.size() - 1);
    }

    /** The class of an inherited part. */
    static String name(String className, int part) {
        return className + "_part" + (part + 1);
    }
}
