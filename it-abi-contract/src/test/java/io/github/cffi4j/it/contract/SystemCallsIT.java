package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Scalars.call_int;
import static io.github.cffi4j.it.contract.Structs.call_i2;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls go the way that the configuration says. */
class SystemCallsIT {
    /** As {@code AutomaticCalls} has it. */
    private static final int PATIENCE = 1_000_000;

    private static final String CALLS = System.getProperty("contract.calls");

    private final List<String> frames = new ArrayList<>();

    @Test
    void plainCallsGoTheWayOfTheConfiguration() {
        call_int(this::note, 1);

        assertThat(byTheEngine()).isEqualTo(!CALLS.equals("foreign"));
    }

    /** By the engine a struct costs some 10 ns more, which is worth another link after so many calls. */
    @Test
    void callsWithStructsGoOverWhenThereWereMany() {
        Structs.i2 pair = Structs.i2.allocate();
        call_i2(
                x -> {
                    note(0);
                    return x;
                },
                pair);
        assertThat(byTheEngine()).isEqualTo(!CALLS.equals("foreign"));

        for (int i = 0; CALLS.equals("automatic") && i < PATIENCE; i++) {
            call_i2(x -> x, pair);
        }
        call_i2(
                x -> {
                    note(0);
                    return x;
                },
                pair);
        assertThat(byTheEngine()).isEqualTo(CALLS.equals("engine"));
    }

    private int note(int value) {
        frames.clear();
        StackWalker.getInstance(StackWalker.Option.SHOW_HIDDEN_FRAMES)
                .forEach(frame -> frames.add(frame.getClassName()));
        return value;
    }

    /** The last of the frames of the engine is the call into C, and all before it are of the call back into Java. */
    private boolean byTheEngine() {
        int test = frames.lastIndexOf(SystemCallsIT.class.getName());
        return frames.subList(0, test).stream()
                .anyMatch(name ->
                        name.endsWith(".Signature") || name.contains(".EngineDirect") || name.endsWith(".EngineCall"));
    }
}
