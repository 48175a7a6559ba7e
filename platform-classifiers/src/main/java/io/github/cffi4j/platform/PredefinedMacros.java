package io.github.cffi4j.platform;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The macros that tell platforms apart, as the C compiler and the C library's headers define them on each: what the
 * conditions of a cdef may ask for. A test of ffi-compiler holds the table against zig.
 */
public final class PredefinedMacros {
    /** The macros of other systems, processors and compilers: known, and defined nowhere. */
    private static final Set<String> ELSEWHERE = words("__cplusplus _MSC_VER __CYGWIN__ __ANDROID__ __NetBSD__"
            + " __OpenBSD__ __DragonFly__ __sun __sun__ __HAIKU__ _AIX __hpux __EMSCRIPTEN__ __wasm__ _M_ARM"
            + " __BORLANDC__ __INTEL_COMPILER __OBJC__");

    private static final Map<Platform, Map<String, Long>> TABLE = table();
    private static final Set<String> KNOWN = known();

    private PredefinedMacros() {}

    /** The macros of a platform and their values. */
    public static Map<String, Long> of(Platform platform) {
        return TABLE.get(platform);
    }

    /** All names that may be asked for, in the order of the table; each is defined on some platforms, or on none. */
    public static Set<String> names() {
        return KNOWN;
    }

    private static Map<Platform, Map<String, Long>> table() {
        Map<Platform, Map<String, Long>> table = new EnumMap<>(Platform.class);
        for (Platform platform : Platform.values()) {
            table.put(platform, platform.macros());
        }
        return table;
    }

    private static Set<String> known() {
        Set<String> known = new LinkedHashSet<>();
        TABLE.values().forEach(macros -> known.addAll(macros.keySet()));
        known.addAll(ELSEWHERE);
        return Collections.unmodifiableSet(known);
    }

    private static Set<String> words(String names) {
        Set<String> words = new LinkedHashSet<>();
        Collections.addAll(words, names.split(" "));
        return words;
    }
}
