package io.github.cffi4j.generated;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;

/** Nothing: Java has no java.lang.foreign yet. On Java 22 and later another class takes this one's place. */
final class ForeignLibrary {
    private ForeignLibrary() {}

    static ForeignLibrary process() {
        throw unavailable();
    }

    static ForeignLibrary open(Lookup lookup, String name) {
        throw unavailable();
    }

    static long errno() {
        throw unavailable();
    }

    static MethodHandle handle(Lookup lookup, SystemLibrary library, String cName, String type, String shape) {
        throw unavailable();
    }

    static long stubs(Lookup lookup, String method, CallShape shape) {
        throw unavailable();
    }

    long find(String symbol) {
        throw unavailable();
    }

    private static LinkageError unavailable() {
        return new LinkageError(
                "a binding in abi mode needs java.lang.foreign, which Java has from 22 on; this is Java "
                        + Runtime.version()
                        + ". Run Java 22 or later; if this is one, its classes of ffi-runtime were lost: give"
                        + " a merged jar's manifest 'Multi-Release: true'");
    }
}
