package io.github.cffi4j.loader;

/**
 * The service that the jar of a platform provides, when it is a module: so Java's service binding takes it along, and nobody
 * has to name it. It has nothing to call; the loader finds the library as a resource, on the module path as on the class path.
 */
public interface PlatformJar {
    /** The module that it is: {@code geo.lib.linux_x86_64} for library {@code geo}. */
    static String module(String library, String classifier) {
        return plain(library) + ".lib." + plain(classifier);
    }

    /** A name Java takes: letters, digits and underscores, no digit first. */
    private static String plain(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9]", "_");
        return Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
    }
}
