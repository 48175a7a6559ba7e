package io.github.cffi4j.generated;

import io.github.cffi4j.Segment;
import io.github.cffi4j.internal.memory.NativeAccess;
import org.jspecify.annotations.Nullable;

/**
 * Which of Java's two ways into C is taken: JNI, or java.lang.foreign (FFM) on Java 22 and later.
 *
 * <p>{@code -Dcffi4j.backend=jni} or {@code ffm} takes one for everything. Left alone, each kind of call takes the way that
 * suits it; see {@code docs/decisions/0013-two-backends.md}.
 */
public enum Backend {
    JNI,
    FFM,
    /** Each where it is the better one. */
    MIXED;

    /**
     * When FFM takes over calls of C into Java. Its first use costs some 100 ms, and each call is some 100 ns quicker: by then
     * JNI has cost as much more as FFM will, so nobody pays more than twice what they need to.
     */
    private static final long PATIENCE = 1_000_000;

    private static final Backend CHOSEN =
            of(System.getProperty("cffi4j.backend"), NativeAccess.hasForeign(), Runtime.version());

    /** True if Java calls C by FFM. */
    public static final boolean FOREIGN_CALLS = CHOSEN == FFM;

    /** True if Java calls those functions by FFM that promise to be short and never to call back. */
    public static final boolean FOREIGN_CRITICAL_CALLS = CHOSEN != JNI;

    /** How many calls of C into Java go by JNI before FFM takes over. */
    public static final long JNI_UPCALLS = CHOSEN == JNI ? Long.MAX_VALUE : CHOSEN == FFM ? 0 : PATIENCE;

    /**
     * What was asked for, as far as this Java can.
     *
     * @param wanted what the system property says, {@code null} if it is not set
     * @param foreign whether FFM is there for all calls
     * @throws LinkageError if that is no backend, or one that this Java does not have
     */
    static Backend of(@Nullable String wanted, boolean foreign, Runtime.Version java) {
        if (wanted == null || wanted.isEmpty()) {
            return foreign ? MIXED : JNI;
        }
        switch (wanted) {
            case "jni":
                return JNI;
            case "ffm":
                if (!foreign) {
                    throw new LinkageError("-Dcffi4j.backend=ffm: " + withoutForeign(java));
                }
                return FFM;
            default:
                throw new LinkageError("-Dcffi4j.backend=" + wanted
                        + ": there is no such backend. Give jni or ffm, or leave it out: then the better one is taken");
        }
    }

    private static String withoutForeign(Runtime.Version java) {
        if (Segment.ADDRESS_SIZE != Long.BYTES) {
            return "on 32-bit platforms all calls go by JNI. Leave the property out";
        }
        return java.feature() < 22
                ? "java.lang.foreign needs Java 22 or later, this is Java " + java
                        + ". Leave the property out, or run a later Java"
                : "this program has lost the classes of ffi-runtime for Java 22, below META-INF/versions/22. If it was packed"
                        + " into one jar, give that jar's manifest 'Multi-Release: true'";
    }
}
