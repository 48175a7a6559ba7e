package io.github.cffi4j.cdef.model;

import java.util.Optional;

/**
 * Something of a binding that a name has to be found for outside of C, which has more scopes than other languages. The order of
 * these settles which of two things keeps a name that both could have.
 *
 * @param key which one of its kind: its C name, or {@link ResolvedSignature#id()}
 * @param suggestion the name that people know it by; inside of a function pointer's type what is behind that type's name
 * @param within the type of function pointers inside of which it stands, if it has no name of its own
 */
public record Mention(Kind kind, String key, String suggestion, Optional<String> within) {
    /** The kinds of things; each has its keys. */
    public enum Kind {
        /** A macro, an enumerator or a typed constant. */
        CONSTANT,
        /** A function or a variable, or the address of a function that the other language implements. */
        VALUE,
        /** A function that the other language implements. */
        CALLBACK,
        TYPE,
        FUNCTION_POINTER
    }

    /** The key of the type that a further typedef of a struct, union or handle stands for. */
    public static String alias(String typedef) {
        return "typedef " + typedef;
    }
}
