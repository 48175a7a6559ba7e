package io.github.cffi4j.compiler.resolve;

import java.util.Optional;

/**
 * A place of a cdef, by which a type is called that has no name: {@code f_callback} for a parameter of a function.
 *
 * @param key tells it from all others
 * @param name as messages call it
 * @param within the type of function pointers inside of which it is
 * @param suffix what is behind that type's name; the whole name if it is not inside of one
 */
record Place(String key, String name, Optional<String> within, String suffix) {
    /** A place that a declaration names. */
    static Place of(String name) {
        return new Place(name, name, Optional.empty(), name);
    }

    /** The inside of a function pointer's type. */
    Place inside() {
        return new Place(key, name, Optional.of(key), "");
    }

    /** A parameter, a field or the result. */
    Place part(String part) {
        String more = "_" + part;
        return new Place(key + more, name + more, within, suffix + more);
    }

    /** The same for a type of a certain structure: two types may be called by one place. */
    Place having(String structure) {
        return new Place(key + " " + structure, name, within, suffix);
    }
}
