package io.github.cffi4j.compiler.object;

import io.github.cffi4j.compiler.object.ObjectFile.Symbol;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The places of an object's functions, which tell who uses a symbol of another file. */
final class FunctionPlaces {
    private final Map<Integer, NavigableMap<Long, String>> functions = new HashMap<>();
    private final Map<String, Set<String>> users = new HashMap<>();

    /** Adds a function. An undefined one is in a section without relocations. */
    void add(int section, long address, String name) {
        functions.computeIfAbsent(section, any -> new TreeMap<>()).put(address, name);
    }

    /** Notes a use at an address of a section, after all functions were added. */
    void use(int section, long address, Symbol symbol) {
        if (symbol.undefined()) {
            Map.Entry<Long, String> user =
                    functions.getOrDefault(section, new TreeMap<>()).floorEntry(address);
            users.computeIfAbsent(symbol.name(), any -> new TreeSet<>()).add(user == null ? "" : user.getValue());
        }
    }

    Map<String, Set<String>> users() {
        return users;
    }
}
