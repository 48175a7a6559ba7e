package io.github.cffi4j.internal.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final int WRITERS = 8;
    private static final int FILES = 200;

    @TempDir
    private Path folder;

    /** Each looks for what killed ones left behind, and must not take another's new file for that. */
    @Test
    void writersInOneFolderLeaveEachOtherAlone() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                byte[] content = {(byte) i};
                Path file = folder.resolve("file" + i);
                writers.add(() -> {
                    for (int j = 0; j < FILES; j++) {
                        AtomicFile.write(file, content);
                    }
                    return null;
                });
            }
            for (Future<Void> written : threads.invokeAll(writers)) {
                written.get();
            }
        } finally {
            threads.shutdown();
        }

        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(WRITERS);
        }
    }

    /** Each interrupt closes the channel that is being written to (fault 29). */
    @Test
    void interruptsOnlyDelayAWriter() throws Exception {
        Path file = folder.resolve("file");
        byte[] content = new byte[1 << 20];
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread writer = new Thread(() -> {
            try {
                for (int i = 0; i < 50; i++) {
                    AtomicFile.write(file, content);
                }
            } catch (Throwable e) {
                failure.set(e);
            }
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        writer.start();
        while (writer.isAlive()) {
            writer.interrupt();
            Thread.sleep(3);
        }

        assertThat(failure).hasNullValue();
        assertThat(interrupted).isTrue();
        assertThat(file).hasBinaryContent(content);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }
}
