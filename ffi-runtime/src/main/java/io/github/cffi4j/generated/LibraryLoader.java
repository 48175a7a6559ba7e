package io.github.cffi4j.generated;

import io.github.cffi4j.NativeLibraryNotFoundException;
import java.util.function.Consumer;

/** Loads the native library of a generated class. Stateless; any thread may use it. */
public final class LibraryLoader {
    private LibraryLoader() {}

    /**
     * Loads a library. Loading it again for the same class has no effect.
     *
     * @param owner the class that declares the native methods; its class loader has the jars
     * @param library the name without prefix and suffix, such as {@code geo}
     * @param systemLoad calls {@code System.load} with a path. The call must stand in the class that owns the library,
     *     because the JVM gives the library to the class loader and the module of that class
     * @throws NativeLibraryNotFoundException if the library cannot be loaded; the message says what was tried and what
     *     to do
     */
    public static void load(Class<?> owner, String library, Consumer<String> systemLoad) {
        io.github.cffi4j.internal.loader.LibraryLoader.load(owner, library, systemLoad);
    }

    /**
     * Explains why a class has no native methods although a library was loaded for it.
     *
     * @return an error that says what is wrong, or the given one if that says it already
     */
    public static LinkageError explained(Class<?> owner, String library, LinkageError failure) {
        return io.github.cffi4j.internal.loader.LibraryLoader.explained(owner, library, failure);
    }
}
