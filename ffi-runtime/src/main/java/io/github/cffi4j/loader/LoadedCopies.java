package io.github.cffi4j.loader;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Which copy of a library a class loader has. All classes of one library need the same: the JVM looks for a native method in
 * every library of a class loader, and a second copy, which another class loader has given back in the meantime, would get
 * calls that the first one is prepared for. Class loaders are not kept. Thread-safe.
 */
final class LoadedCopies {
    /** By the folder of the copy that every class loader tries first. */
    private static final Map<ClassLoader, Map<Path, Integer>> COPIES = new WeakHashMap<>();

    private LoadedCopies() {}

    /** The copies of a class loader: the caller loads while it holds their monitor. */
    static Map<Path, Integer> of(Class<?> owner) {
        synchronized (COPIES) {
            Map<Path, Integer> copies = COPIES.get(owner.getClassLoader());
            if (copies == null) {
                copies = new HashMap<>();
                COPIES.put(owner.getClassLoader(), copies);
            }
            return copies;
        }
    }
}
