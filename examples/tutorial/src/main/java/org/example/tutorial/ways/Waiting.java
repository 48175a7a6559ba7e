package org.example.tutorial.ways;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for what a thread of C does, but not for ever. */
final class Waiting {
    private Waiting() {}

    static void until(CountDownLatch fired) {
        try {
            if (!fired.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the timer did not fire");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
