package io.github.cffi4j.it;

import io.github.cffi4j.generated.LibraryLoader;

/** A program that has its library cached and says where, but leaves it at that: any bytes will do. */
final class CachesGeo {

    private CachesGeo() {}

    public static void main(String[] arguments) {
        LibraryLoader.load(CachesGeo.class, "geo", path -> System.out.println("cached " + path));
    }
}
