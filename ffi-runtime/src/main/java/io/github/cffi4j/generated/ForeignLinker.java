package io.github.cffi4j.generated;

import io.github.cffi4j.Segment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;

/** Nothing: Java has no java.lang.foreign yet. On Java 22 and later another class takes this one's place. */
final class ForeignLinker {
    private ForeignLinker() {}

    static void link(Lookup lookup, Segment entry) {}

    static MethodHandle downcall(Lookup lookup, long function, String type, boolean critical) {
        throw new IllegalStateException("Backend chose JNI");
    }
}
