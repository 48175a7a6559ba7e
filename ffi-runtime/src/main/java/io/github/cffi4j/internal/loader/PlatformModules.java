package io.github.cffi4j.internal.loader;

/** The names of the modules that the jars of platforms are. */
public final class PlatformModules {
    private PlatformModules() {}

    /** Returns the name of a module: {@code geo.lib.linux_x86_64} for library {@code geo}. */
    public static String name(String library, String classifier) {
        return plain(library) + ".lib." + plain(classifier);
    }

    /** Returns a name that Java accepts: letters, digits and underscores, and no digit first. */
    private static String plain(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9]", "_");
        return Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
    }
}
