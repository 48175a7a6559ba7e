package io.github.cffi4j.engine;

import io.github.cffi4j.engine.internal.CallEngine;
import io.github.cffi4j.platform.HostClassifier;
import java.util.ArrayList;
import java.util.List;

/**
 * A library of the system's, opened by the system's own loader. For any thread.
 *
 * <p>No file is looked for before: macOS has libraries that are no files.
 */
public final class NativeLibrary implements AutoCloseable {
    /** On Windows only its own folders are searched, and that of a library with a path: {@code LOAD_LIBRARY_SEARCH_...}. */
    private static final int DEFAULT_FOLDERS = 0x1000;

    private static final int AND_ITS_OWN = DEFAULT_FOLDERS | 0x100;

    private final String name;
    private final long[] handles;
    private final boolean closes;
    private boolean closed;

    private NativeLibrary(String name, long[] handles, boolean closes) {
        this.name = name;
        this.handles = handles;
        this.closes = closes;
    }

    /**
     * Opens a library.
     *
     * @param name as the system's loader takes it: a soname such as {@code libz.so.1}, or a path
     * @throws UnsatisfiedLinkError if the loader refuses it, in the loader's own words
     */
    public static NativeLibrary open(String name) {
        return open(name, "the system's loader cannot open '" + name + "': ");
    }

    /**
     * Opens a library.
     *
     * @param prefix of the loader's words, if it refuses
     */
    static NativeLibrary open(String name, String prefix) {
        boolean path = name.indexOf('/') >= 0 || name.indexOf('\\') >= 0;
        String asked = Abi.host().windows() ? name.replace('/', '\\') : name;
        long handle = CallEngine.engine_open(asked, flags(path));
        if (handle == 0) {
            throw new UnsatisfiedLinkError(prefix + refusal());
        }
        return new NativeLibrary(name, new long[] {handle}, true);
    }

    /**
     * Returns the C library of this process. It has what C itself and POSIX, or Windows' kernel, promise, and not whatever else
     * somebody has loaded: that differs from run to run.
     *
     * @throws UnsatisfiedLinkError if there is none, in the loader's own words
     */
    public static NativeLibrary process() {
        List<Long> found = new ArrayList<>();
        String refusal = null;
        for (String part : partsOfTheCLibrary(HostClassifier.current())) {
            long handle = CallEngine.engine_open(part, flags(false));
            if (handle != 0) {
                found.add(handle);
            } else if (refusal == null) {
                refusal = refusal();
            }
        }
        if (found.isEmpty()) {
            throw new UnsatisfiedLinkError("the C library of this process cannot be opened: " + refusal);
        }
        long[] handles = new long[found.size()];
        for (int i = 0; i < handles.length; i++) {
            handles[i] = found.get(i);
        }
        return new NativeLibrary("the C library", handles, false);
    }

    private static int flags(boolean path) {
        return !Abi.host().windows() ? 0 : path ? AND_ITS_OWN : DEFAULT_FOLDERS;
    }

    /** Returns the names of the C library; a {@code null} is the program itself. Some have parts that newer ones do without. */
    private static String[] partsOfTheCLibrary(String classifier) {
        if (classifier.startsWith("windows")) {
            return new String[] {"ucrtbase.dll", "kernel32.dll"};
        } else if (classifier.startsWith("osx")) {
            return new String[] {"/usr/lib/libSystem.B.dylib"};
        } else if (classifier.endsWith("musl")) {
            // musl is one file, which every program has, under a name of its own.
            return new String[] {null};
        } else if (classifier.startsWith("linux")) {
            return new String[] {"libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1"};
        }
        return new String[] {"libc.so.7", "libm.so.5", "libthr.so.3"};
    }

    /** Returns the address of a function or variable, 0 if the library has none of that name. */
    public synchronized long find(String symbol) {
        requireOpen();
        for (long handle : handles) {
            long address = CallEngine.engine_symbol(handle, symbol);
            if (address != 0) {
                return address;
            }
        }
        return 0;
    }

    /**
     * Returns the address of a function or variable.
     *
     * @throws UnsatisfiedLinkError if the library has none of that name, in the loader's own words
     */
    public synchronized long get(String symbol) {
        long address = find(symbol);
        if (address == 0) {
            throw new UnsatisfiedLinkError("there is no '" + symbol + "' in " + name + ": " + refusal());
        }
        return address;
    }

    /** Returns the name that it was opened by. */
    public String name() {
        return name;
    }

    /** Tells the system that nobody uses it any more. Its functions must not be called afterwards. */
    @Override
    public synchronized void close() {
        if (closes && !closed) {
            closed = true;
            for (long handle : handles) {
                CallEngine.engine_close(handle);
            }
        }
    }

    private static String refusal() {
        String words = CallEngine.engine_refusal().string();
        return words.isEmpty() ? "it says no more" : words;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the library " + name + " was closed");
        }
    }
}
