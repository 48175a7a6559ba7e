package io.github.cffi4j.loader;

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
     * {@code System.load}, written in the class that owns the library: the JVM gives it to the class loader and the module
     * of the class that the call stands in. That class implements this itself: the first lambda of a JVM costs it 8 ms.
     */
    public interface SystemLoad {
        /** Calls {@code System.load(path)}. */
        void load(String path);
    }

    /**
     * Loads a library. Loading it again for the same class changes nothing. For any thread.
     *
     * @param owner the class that declares the native methods, whose class loader has the jars
     * @param library the name without prefix and suffix, such as {@code geo}
     * @param systemLoad loads the file
     * @throws io.github.cffi4j.NativeLibraryNotFoundException if it cannot be had, with what was tried and what to do
     */
    public static void load(Class<?> owner, String library, SystemLoad systemLoad) {
        new LibraryLoader(ThisProcess.get()).load(owner, library, systemLoad);
    }
}
