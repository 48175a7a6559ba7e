package io.github.cffi4j.compiler.header;

import java.util.List;
import java.util.Optional;

/** One thing that a header declares. Types are text as the compiler prints it; {@link CTypeParser} reads it. */
public sealed interface CDeclaration {

    /** The name or tag; empty for a type without one. */
    String name();

    /** Where it is declared. */
    Place place();

    /**
     * A function.
     *
     * @param type the type, or the name of a typedef of one
     * @param plainType the type without typedefs at its top
     * @param parameters those of this declaration, which may lack names
     */
    record Function(
            String name,
            String type,
            String plainType,
            List<Parameter> parameters,
            boolean isStatic,
            boolean deprecated,
            Place place)
            implements CDeclaration {
        public Function {
            parameters = List.copyOf(parameters);
        }
    }

    /** A function's parameter; the name may be empty. */
    record Parameter(String name, String type) {}

    /** A variable. */
    record Variable(String name, String type, boolean isStatic, Place place) implements CDeclaration {}

    /**
     * A typedef.
     *
     * @param plainType the type without typedefs at its top
     * @param owned the number of the struct, union or enum that the same declaration declares; empty for none
     */
    record Typedef(String name, String type, String plainType, Optional<String> owned, Place place)
            implements CDeclaration {}

    /**
     * A struct or union.
     *
     * @param id the compiler's number of it
     * @param kind {@code struct} or {@code union}
     * @param complete whether this declaration has the members
     * @param odd whether it is packed or aligned by an attribute or pragma
     */
    record Composite(
            String id, String kind, String name, boolean complete, boolean odd, List<Member> members, Place place)
            implements CDeclaration {
        public Composite {
            members = List.copyOf(members);
        }
    }

    /** A member of a struct or union. */
    sealed interface Member {}

    /**
     * A field.
     *
     * @param name empty for an anonymous struct or union, and for padding
     * @param bits the width of a bitfield; empty for other fields
     */
    record Field(String name, String type, String bits, Place place) implements Member {}

    /** A type that is declared inside. */
    record Nested(CDeclaration type) implements Member {}

    /**
     * An enum.
     *
     * @param id the compiler's number of it
     */
    record Enumeration(String id, String name, boolean complete, List<Enumerator> enumerators, Place place)
            implements CDeclaration {
        public Enumeration {
            enumerators = List.copyOf(enumerators);
        }
    }

    /** An enumerator. */
    record Enumerator(String name, String value, Place place) {}
}
