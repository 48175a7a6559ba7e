package io.github.cffi4j.binding;

import io.github.cffi4j.memory.NativeAccess;
import io.github.cffi4j.memory.Segment;
import java.util.Optional;

/**
 * Which of Java's two ways into C is taken: JNI, or java.lang.foreign (FFM) on Java 22 and later.
 *
 * <p>{@code -Dcffi4j.backend=jni} or {@code ffm} takes one for everything. Left alone, each kind of call takes the way that
 * suits it; see {@code docs/decisions/0013-two-backends.md}.
 */
public final class Backend {
    /**
     * When FFM takes over calls of C into Java. Its first use costs some 100 ms, and each call is some 100 ns quicker: by then
     * JNI has cost as much more as FFM will, so nobody pays more than twice what they need to.
     */
    private static final long PATIENCE = 1_000_000;

    private static final Choice CHOICE = Choice.of(
            Optional.ofNullable(System.getProperty("cffi4j.backend")),
            // The glue's functions take addresses of 64 bits.
            NativeAccess.hasForeign() && Segment.ADDRESS_SIZE == Long.BYTES,
            Runtime.version());

    /** Whether Java calls C by FFM. */
    public static final boolean FOREIGN_CALLS = CHOICE == Choice.FFM;

    /** Whether Java calls those functions by FFM that promise to be short and never to call back. */
    public static final boolean FOREIGN_CRITICAL_CALLS = CHOICE != Choice.JNI;

    /** How many calls of C into Java go by JNI before FFM takes over. */
    public static final long JNI_UPCALLS = CHOICE == Choice.JNI ? Long.MAX_VALUE : CHOICE == Choice.FFM ? 0 : PATIENCE;

    private Backend() {}

    /** What was asked for, as far as this Java can. */
    enum Choice {
        JNI,
        FFM,
        /** Each where it is the better one. */
        MIXED;

        /**
         * The choice.
         *
         * @param wanted what the system property says
         * @param foreign whether the classes for Java 22 are in use
         * @throws LinkageError if that is no backend, or one that this Java does not have
         */
        static Choice of(Optional<String> wanted, boolean foreign, Runtime.Version java) {
            switch (wanted.orElse("")) {
                case "":
                    return foreign ? MIXED : JNI;
                case "jni":
                    return JNI;
                case "ffm":
                    if (!foreign) {
                        throw new LinkageError("-Dcffi4j.backend=ffm: " + withoutForeign(java));
                    }
                    return FFM;
                default:
                    throw new LinkageError(
                            "-Dcffi4j.backend=" + wanted.get()
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
}
