package io.github.cffi4j.internal.memory;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Keeps objects reachable for as long as a class is, and no longer: a field of ours would keep them, and the class loader of
 * an application with them, for as long as this runtime is there, which may serve several. Thread-safe.
 */
public final class Retention {
    private static final ClassValue<Set<Object>> KEPT = new ClassValue<>() {
        @Override
        protected Set<Object> computeValue(Class<?> type) {
            return Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
        }
    };

    private Retention() {}

    /**
     * Returns true if a class cannot go before the JVM ends: the JVM keeps its own class loaders, of which the system class loader
     * is one. Such a class may be known strongly by what nobody frees.
     */
    public static boolean forGood(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        ClassLoader own = ClassLoader.getSystemClassLoader();
        while (own != null && own != loader) {
            own = own.getParent();
        }
        // The boot loader is null.
        return own == loader;
    }

    /** Keeps the object as long as the class is there, or until it is {@link #release released}. */
    public static void keep(Class<?> type, Object object) {
        KEPT.get(type).add(object);
    }

    /** Keeps the object no longer. */
    static void release(Class<?> type, Object object) {
        KEPT.get(type).remove(object);
    }
}
