package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.model.Mention;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes what a cdef mentions, in order: what is looked up first is mentioned first. */
final class Mentions {
    private final Map<String, Mention> all = new LinkedHashMap<>();

    void constant(String cName) {
        add(Mention.Kind.CONSTANT, cName, cName);
    }

    /** A function or a variable. */
    void value(String cName) {
        add(Mention.Kind.VALUE, cName, cName);
    }

    void callback(String cName) {
        add(Mention.Kind.CALLBACK, cName, cName);
    }

    void type(String cName, String familiar) {
        add(Mention.Kind.TYPE, cName, familiar);
    }

    void functionPointer(Place place) {
        add(new Mention(Mention.Kind.FUNCTION_POINTER, place.key(), place.suffix(), place.within()));
    }

    List<Mention> all() {
        return List.copyOf(all.values());
    }

    private void add(Mention.Kind kind, String key, String suggestion) {
        add(new Mention(kind, key, suggestion, Optional.empty()));
    }

    private void add(Mention mention) {
        all.putIfAbsent(mention.kind() + " " + mention.key(), mention);
    }
}
