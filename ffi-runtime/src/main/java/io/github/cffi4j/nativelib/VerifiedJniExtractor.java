package io.github.cffi4j.nativelib;

import io.github.cffi4j.NativeLibraryNotFoundException;
import io.github.cffi4j.internal.loader.LibraryLoader;
import java.io.File;
import org.jspecify.annotations.Nullable;
import org.scijava.nativelib.JniExtractor;

/**
 * Gives native-lib-loader the libraries of cffi4j, verified and cached as the generated classes do it:
 *
 * <pre>{@code
 * NativeLoader.setJniExtractor(new VerifiedJniExtractor(Geo.class));
 * NativeLoader.loadLibrary("geo");
 * }</pre>
 *
 * <p>It knows the machine better than native-lib-loader (musl) and chooses the platform itself. Whether a folder allows
 * loading is seen only by loading, which native-lib-loader does, so the first folder that takes the file is used.
 */
public final class VerifiedJniExtractor implements JniExtractor {
    private static final String LIBRARIES = "META-INF/lib/";

    private final Class<?> owner;
    private final LibraryLoader loader;

    /** For the libraries beside a class: those of the jars its class loader sees. */
    public VerifiedJniExtractor(Class<?> owner) {
        this(owner, LibraryLoader.ofThisProcess());
    }

    VerifiedJniExtractor(Class<?> owner, LibraryLoader loader) {
        this.owner = owner;
        this.loader = loader;
    }

    /**
     * The verified file of a library.
     *
     * @param path the folder native-lib-loader looks in; it tries several, and only {@code META-INF/lib/} is ours
     * @return {@code null} for the other folders
     * @throws IllegalStateException if the library cannot be had, caused by a {@link NativeLibraryNotFoundException}:
     *     native-lib-loader would keep that one, and an IOException, to itself
     */
    @Override
    public @Nullable File extractJni(String path, String library) {
        if (!path.startsWith(LIBRARIES)) {
            return null;
        }
        try {
            return loader.provide(owner, library, file -> {}).toFile();
        } catch (NativeLibraryNotFoundException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /**
     * Libraries are never extracted unasked.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public void extractRegistered() {
        throw new UnsupportedOperationException(
                "libraries are verified one by one when they are loaded; call NativeLoader.loadLibrary");
    }
}
