package io.github.cffi4j.generated;

import io.github.cffi4j.internal.loader.SystemReports;
import io.github.cffi4j.internal.memory.NativeAccess;
import org.jspecify.annotations.Nullable;

/**
 * Chooses who calls libraries of the user's system: the engine if the program has it, which starts more quickly, and on Java 22
 * and later java.lang.foreign for what is called often; otherwise java.lang.foreign. {@code -Dcffi4j.backend=jni} takes the engine
 * alone, and {@code ffm} java.lang.foreign alone.
 */
final class SystemBackend {
    private static final String ENGINE = "io.github.cffi4j.engine.EngineCalls";

    private SystemBackend() {}

    /**
     * Returns the calls for a class.
     *
     * @throws LinkageError if there are none
     */
    static SystemCalls of(Class<?> owner) {
        String wanted = System.getProperty("cffi4j.backend");
        // What is wrong with the property is said once for all ways into C.
        Backend chosen = Backend.of(wanted, NativeAccess.hasForeign(), Runtime.version());
        SystemCalls foreign = chosen == Backend.JNI ? null : ForeignCalls.find();
        if (foreign != null && chosen == Backend.FFM) {
            return foreign;
        }
        SystemCalls engine = engine(owner.getClassLoader());
        if (engine == null) {
            engine = engine(SystemCalls.class.getClassLoader());
        }
        if (foreign != null) {
            return engine == null || !works(engine) ? foreign : new AutomaticCalls(engine, foreign);
        }
        if (engine == null) {
            throw SystemReports.noWay(owner.getName(), why(chosen));
        }
        return engine;
    }

    /** Returns true if the engine has its native library for this machine. */
    private static boolean works(SystemCalls engine) {
        try {
            return engine.errno() != 0;
        } catch (LinkageError e) {
            return false;
        }
    }

    /** By its name: a {@link java.util.ServiceLoader} takes 10 ms in a JVM that has just started. */
    private static @Nullable SystemCalls engine(@Nullable ClassLoader loader) {
        try {
            return (SystemCalls)
                    Class.forName(ENGINE, true, loader).getConstructor().newInstance();
        } catch (ClassNotFoundException none) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(ENGINE + " is of another version than ffi-runtime; give both one version", e);
        }
    }

    private static String why(Backend chosen) {
        if (!NativeAccess.hasForeign()) {
            return Runtime.version().feature() < 22
                    ? "java.lang.foreign needs Java 22 or later, and this is Java " + Runtime.version()
                    : "this program has lost the classes of ffi-runtime for Java 22: give the manifest of a merged jar"
                            + " 'Multi-Release: true'";
        }
        return "-Dcffi4j.backend=" + (chosen == Backend.JNI ? "jni" : "ffm") + " excludes java.lang.foreign";
    }
}
