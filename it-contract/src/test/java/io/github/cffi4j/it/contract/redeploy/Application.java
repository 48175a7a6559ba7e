package io.github.cffi4j.it.contract.redeploy;

import static io.github.cffi4j.it.contract.Calls.*;
import static io.github.cffi4j.it.contract.Owners.box_new;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Handle;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.Owned;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.Ref;
import io.github.cffi4j.it.contract.Calls;
import io.github.cffi4j.it.contract.Errors;
import io.github.cffi4j.it.contract.Owners;
import io.github.cffi4j.it.contract.Owners.box;
import io.github.cffi4j.it.contract.Pinned;
import java.nio.ByteBuffer;

/** What is deployed: it uses all that could keep it, stores what it gets in static fields, and closes nothing. */
public final class Application implements Runnable {
    /** More than after which java.lang.foreign takes over where it is left to choose. */
    private static final int MANY = 1_000_010;

    private static final IntPointer NUMBERS = IntPointer.allocate(3).setAll(1, 2, 3);
    private static final ByteBuffer BUFFER = NUMBERS.asByteBuffer(12);
    private static final Arena SHARED = Arena.openShared();
    private static final Arena AUTOMATIC = Arena.automatic();
    private static final Pointer TEXT = SHARED.string("shared");
    private static final Ref<IntPointer> OTHERS = IntPointer.TYPE.ref(AUTOMATIC, 7);
    private static final binary STUB = binary.stub(AUTOMATIC, (a, b) -> a - b);
    private static final binary OWN_STUB = binary.stub(Arena.automatic(), Application::times);
    private static final Owned<box> BOX = box.owned(box_new(3), Owners::box_free);

    static {
        AUTOMATIC.onClose(() -> System.out.println("closed"));
    }

    private static int times(int a, int b) {
        return a * b;
    }

    @Override
    public void run() {
        check(length("text") + length("x".repeat(20_000)), 20_004);
        check(apply((a, b) -> a + b, 40, 2), 42);
        check(apply(STUB, 44, 2), 42);
        check(apply(OWN_STUB, 21, 2), 42);
        check(apply_on_thread((a, b) -> a + b, 40, 2), 42);
        keep(STUB);
        check(call_kept_on_threads(4, 10), 20);
        check(fold((a, b) -> 10 * a + b, NUMBERS, 3), 123);
        check((long) Pinned.sum_ints(new int[] {40, 2}, 2), 42);
        check(Owners.box_value(BOX.get()), 3);
        check(BUFFER.remaining(), 12);
        Calls.attached = (text, h, x) -> (int) (text.string().length() + x);
        check(fire_attached("four", null, 38), 42);
        Errors.errno(7);
        check(Errors.errno(), 7);
        try (Arena arena = Arena.open()) {
            Owners.on_visit = (state, value) -> Handle.get(state, Application.class) == this ? value : -1;
            check(Owners.fire_visit(Handle.of(arena, this), 42), 42);
        }
        if (Boolean.getBoolean("redeploy.many")) {
            binary add = binary.stub(SHARED, (a, b) -> a + b);
            for (int i = 0; i < MANY; i++) {
                check(apply(add, i, 1), i + 1);
            }
        }
        check(TEXT.string().length() + OTHERS.segment().byteSize() / 8, 6 + 7);
    }

    private static void check(long found, long expected) {
        if (found != expected) {
            throw new AssertionError(found + " instead of " + expected);
        }
    }
}
