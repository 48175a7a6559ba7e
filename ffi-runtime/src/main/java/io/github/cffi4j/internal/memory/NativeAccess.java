package io.github.cffi4j.internal.memory;

import java.lang.invoke.MethodHandles.Lookup;

/**
 * In whose name restricted methods of the JDK are called. Java 17 to 21 restrict none, so nothing is done here; on Java 22
 * and later another class takes this one's place.
 */
public final class NativeAccess {
    private NativeAccess() {}

    /** Returns true if all calls can go by java.lang.foreign. No constant: javac would copy it into others. */
    public static boolean hasForeign() {
        return false;
    }

    /**
     * Offers the rights of a generated class, whose module may load libraries, since it does. For any thread.
     *
     * @param lookup the generated class's own
     */
    public static void offer(Lookup lookup) {}
}
