package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Calls.apply;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The suite runs on the Java, and goes the ways into C and back, that its configuration says. */
class BackendIT {
    /** As {@code Backend} has it: nobody waits for a million calls but this test. */
    private static final int PATIENCE = 1_000_000;

    private static final String BACKEND = System.getProperty("contract.backend");

    @Test
    void thisIsTheJavaOfTheConfiguration() {
        int feature = Runtime.version().feature();

        assertThat(feature >= 22 ? "22+" : feature >= 17 ? "17+" : "older")
                .isEqualTo(System.getProperty("contract.java"));
    }

    @Test
    void callsGoTheWayOfTheConfiguration() {
        List<String> frames = framesOfACallback();

        if (BACKEND.equals("ffm")) {
            assertThat(frames).contains("CallsNative$Foreign$0.apply").doesNotContain("CallsNative.ffi_jni_apply");
        } else {
            assertThat(frames).contains("CallsNative.ffi_jni_apply").doesNotContain("CallsNative$Foreign$0.apply");
        }
    }

    @Test
    void callbacksGoTheWayOfTheConfiguration() {
        // Where the runtime chooses, other tests may have called back often enough; FirstCallIT has a JVM of its own.
        assertThat(callerOfACallback())
                .isIn(
                        BACKEND.equals("ffm") ? "FFM" : "JNI",
                        BACKEND.equals("automatic") ? "FFM" : BACKEND.toUpperCase(Locale.ROOT));
        for (int i = 0; i < PATIENCE; i++) {
            apply((a, b) -> 0, 1, 2);
        }
        assertThat(callerOfACallback()).isEqualTo(BACKEND.equals("jni") ? "JNI" : "FFM");
    }

    private static String callerOfACallback() {
        List<String> frames = framesOfACallback();
        String caller = frames.get(frames.indexOf("CallsNative.ffi_callback_binary") + 1);
        return caller.startsWith("LambdaForm") || caller.contains("MethodHandle") ? "FFM" : "JNI";
    }

    private static List<String> framesOfACallback() {
        AtomicReference<List<String>> frames = new AtomicReference<>();
        apply(
                (a, b) -> {
                    frames.set(StackWalker.getInstance(StackWalker.Option.SHOW_HIDDEN_FRAMES)
                            .walk(stack -> stack.map(BackendIT::text).toList()));
                    return 0;
                },
                1,
                2);
        return frames.get();
    }

    private static String text(StackWalker.StackFrame frame) {
        return frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName();
    }
}
