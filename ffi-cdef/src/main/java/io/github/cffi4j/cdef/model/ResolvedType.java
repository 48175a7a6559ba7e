package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType.ArrayLength;
import java.util.Optional;

/** A C type whose names are looked up: what it is, and so how its values cross into another language. */
public sealed interface ResolvedType {

    /** The kinds that the build treats alike. */
    enum Family {
        NOTHING,
        INTEGER,
        FLOATING,
        ADDRESS,
        /** A struct, a union or a complex number. */
        COPIED,
        ARRAY
    }

    /** Returns the family of this kind. */
    Family family();

    /** Returns true for an integer to C: an enum is one, too. */
    default boolean integer() {
        return family() == Family.INTEGER;
    }

    /** Returns true for a real floating type: float, double, long double, or the one the platform tells. */
    default boolean floating() {
        return family() == Family.FLOATING;
    }

    /** Returns true if it crosses as the address of a copy: a struct, a union or a complex number by value. */
    default boolean copied() {
        return family() == Family.COPIED;
    }

    /** Returns true for what C has an address for: a pointer to data or to a function. */
    default boolean address() {
        return family() == Family.ADDRESS;
    }

    /** Returns the elements' type of an array, or of arrays of arrays; of anything else the type itself. */
    default ResolvedType innermost() {
        return this instanceof Array array ? array.element().innermost() : this;
    }

    /** Returns true if the two are alike but for lengths of arrays and names of structs, which the library is asked for. */
    default boolean alike(ResolvedType other) {
        if (this instanceof Array mine && other instanceof Array theirs) {
            return mine.element().alikeBehindPointer(theirs.element());
        } else if (this instanceof Pointer mine && other instanceof Pointer theirs) {
            return mine.target().alikeBehindPointer(theirs.target());
        } else if (this instanceof Composite mine && other instanceof Composite theirs) {
            // By whatever name.
            return mine.cName().equals(theirs.cName());
        }
        return equals(other);
    }

    /** Memory has widths, not signs. */
    private boolean alikeBehindPointer(ResolvedType other) {
        return this instanceof Scalar mine && other instanceof Scalar theirs
                ? mine.kind().sameWidth(theirs.kind())
                : alike(other);
    }

    /** Returns the visitor's answer for this kind of type. */
    <R> R accept(Visitor<R> visitor);

    /**
     * An answer for each kind of type. A visitor that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        R ofVoid(Void type);

        R ofScalar(Scalar type);

        R ofPlatformInteger(PlatformInteger type);

        R ofPlatformFloat(PlatformFloat type);

        R ofComplex(Complex type);

        R ofEnumeration(Enumeration type);

        R ofComposite(Composite type);

        R ofFunctionPointer(FunctionPointer type);

        R ofPointer(Pointer type);

        R ofArray(Array type);
    }

    /** {@code void}, and types behind a pointer of which nothing is known. */
    record Void() implements ResolvedType {
        @Override
        public Family family() {
            return Family.NOTHING;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ofVoid(this);
        }
    }

    /** A scalar of one width everywhere. */
    record Scalar(ScalarKind kind) implements ResolvedType {
        @Override
        public Family family() {
            return kind.integer() ? Family.INTEGER : Family.FLOATING;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ofScalar(this);
        }
    }

    /**
     * An integer whose width or sign depends on the platform: {@code long}, {@code size_t}, {@code typedef int... t}.
     */
    record PlatformInteger(String cName) implements ResolvedType {
        /** Returns true if it is C's own, so that it is the same in all bindings. */
        public boolean standard() {
            return PredefinedTypedefs.standard(cName);
        }

        @Override
        public Family family() {
            return Family.INTEGER;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ofPlatformInteger(this);
        }
    }

    /**
     * A floating type whose format depends on the platform: {@code long double}, {@code typedef float... t}.
     */
    record PlatformFloat(String cName) implements ResolvedType {
        @Override
        public Family family() {
            return Family.FLOATING;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ofPlatformFloat(this);
        }
    }

    /** A complex number. */
    record Complex(ComplexKind kind) implements ResolvedType {
        @Override
        public Family family() {
            return Family.COPIED;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ofComplex(this);
        }
    }

    /** An enum; the name is that of {@link ResolvedEnum#cName()}. */
    record Enumeration(String cName) implements ResolvedType {
        @Override
        public Family family() {
            return Family.INTEGER;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ofEnumeration(this);
        }
    }

    /**
     * A struct, union or opaque type; the name is that of its {@link ResolvedComposite}.
     *
     * @param alias the {@link ResolvedAlias} that the declaration calls it by
     */
    record Composite(String cName, Optional<String> alias) implements ResolvedType {
        public static final Composite ARGUMENT_LIST = new Composite("va_list");

        public Composite(String cName) {
            this(cName, Optional.empty());
        }

        /** Returns true for {@code va_list}: a struct, an array or a pointer, as the platform has it. */
        public boolean argumentList() {
            return cName.equals(ARGUMENT_LIST.cName);
        }

        @Override
        public Family family() {
            return Family.COPIED;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ofComposite(this);
        }
    }

    /** A pointer to a function; the id is that of its {@link ResolvedSignature}. */
    record FunctionPointer(String id) implements ResolvedType {
        @Override
        public Family family() {
            return Family.ADDRESS;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ofFunctionPointer(this);
        }
    }

    /** A pointer. */
    record Pointer(ResolvedType target) implements ResolvedType {
        @Override
        public Family family() {
            return Family.ADDRESS;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ofPointer(this);
        }
    }

    /** An array inside a struct, or a global one. */
    record Array(ResolvedType element, ArrayLength length) implements ResolvedType {

        /** Returns true for {@code []}. */
        public boolean openEnded() {
            return length instanceof ArrayLength.Open;
        }

        @Override
        public Family family() {
            return Family.ARRAY;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ofArray(this);
        }
    }
}
