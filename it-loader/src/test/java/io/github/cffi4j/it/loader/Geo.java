package io.github.cffi4j.it.loader;

import io.github.cffi4j.generated.LibraryLoader;

/** Stands for a generated class, and is the program that each test starts. */
public final class Geo {
    static final String LOADING = "loading";
    static final String LOADED = "loaded ";

    private Geo() {}

    /** Loads its library, in a static initialiser as generated classes do. */
    private static final class Native {
        static final String FILE;

        static {
            String[] file = new String[1];
            LibraryLoader.load(Geo.class, "geo", path -> {
                System.load(path);
                file[0] = path;
            });
            FILE = file[0];
        }
    }

    /** Says which file was loaded. */
    public static void main(String[] arguments) {
        System.out.println(LOADING);
        System.out.println(LOADED + Native.FILE);
    }
}
