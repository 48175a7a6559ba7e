package io.github.cffi4j.loader;

import java.util.function.Consumer;

/**
 * Loads the native library of a generated class.
 *
 * <ol>
 *   <li>{@code -Dcffi4j.<library>.path} names a file: that one, unverified.
 *   <li>Otherwise the main jar pins a SHA-256 for this machine's platform, and the platform's jar has the library.
 *   <li>Its verified bytes are kept in a private cache, by content. The cache is {@code -Dcffi4j.cache.dir}, or the
 *       user's caches, or a folder below the temporary one: the first from which the library really loads.
 * </ol>
 */
public final class NativeLibrary {
    private NativeLibrary() {}

    /**
     * Loads a library. Loading it again for the same class changes nothing. For any thread.
     *
     * @param owner the class that declares the native methods, whose class loader has the jars
     * @param library the name without prefix and suffix, such as {@code geo}
     * @param systemLoad {@code path -> System.load(path)}, written in the owner: the JVM gives a library to the class loader
     *     and the module of the class that the call stands in
     * @throws io.github.cffi4j.NativeLibraryNotFoundException if it cannot be had, with what was tried and what to do
     */
    public static void load(Class<?> owner, String library, Consumer<String> systemLoad) {
        new LibraryLoader(ThisProcess.get()).load(owner, library, systemLoad);
    }
}
