package io.github.cffi4j.compiler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SharedDirectoryTest {
    @TempDir
    Path folder;

    @Test
    void filledOnce() throws Exception {
        SharedDirectory shared = new SharedDirectory(folder.resolve("cache/thing"));
        AtomicInteger fills = new AtomicInteger();

        for (int i = 0; i < 2; i++) {
            Path path = shared.obtain(Progress.silent(), empty -> {
                fills.incrementAndGet();
                Files.writeString(empty.resolve("a"), "content");
            });
            assertThat(path.resolve("a")).hasContent("content");
        }

        assertThat(fills).hasValue(1);
        assertThat(names(shared)).containsExactly("thing", "thing.lock");
    }

    @Test
    void failedFillLeavesNothingAndCanBeRepeated() throws Exception {
        SharedDirectory shared = new SharedDirectory(folder.resolve("thing"));

        assertThatThrownBy(() -> shared.obtain(Progress.silent(), empty -> {
                    Files.writeString(empty.resolve("half"), "");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(names(shared)).containsExactly("thing.lock");

        shared.obtain(Progress.silent(), empty -> Files.writeString(empty.resolve("a"), ""));
        assertThat(shared.path()).isDirectoryContaining("glob:**/a");
    }

    @Test
    void replaceSwapsTheWholeFolderAndSweepsWhatAKilledBuildLeft() throws Exception {
        SharedDirectory shared = new SharedDirectory(folder.resolve("thing"));
        Files.createDirectories(shared.path().resolve("old/deep"));
        Files.createDirectories(folder.resolve(".thing.part123/new"));

        shared.locked(Progress.silent(), () -> shared.replace(empty -> Files.writeString(empty.resolve("new"), "")));

        assertThat(shared.path()).isDirectoryContaining("glob:**/new").isDirectoryNotContaining("glob:**/old");
        assertThat(names(shared)).containsExactly("thing", "thing.lock");
    }

    @Test
    void secondThreadWaitsAndUsesTheFirstOnesFolder() throws Exception {
        SharedDirectory shared = new SharedDirectory(folder.resolve("thing"));
        CountDownLatch otherWaits = new CountDownLatch(1);
        CountDownLatch filling = new CountDownLatch(1);
        CompletableFuture<Path> first = inThread(() -> shared.obtain(Progress.silent(), empty -> {
            filling.countDown();
            otherWaits.await();
            Files.writeString(empty.resolve("a"), "first");
        }));
        filling.await();

        Path second = shared.obtain(
                line -> {
                    assertThat(line).isEqualTo("waiting for another build that fetches thing");
                    otherWaits.countDown();
                },
                empty -> Files.writeString(empty.resolve("a"), "second"));

        assertThat(second.resolve("a")).hasContent("first");
        assertThat(first.get()).isEqualTo(second);
    }

    @Test
    void unwritableCacheSaysWhatToDo() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        SharedDirectory shared = new SharedDirectory(file.resolve("sub/thing"));

        assertThatThrownBy(() -> shared.obtain(Progress.silent(), empty -> {}))
                .isInstanceOf(FetchException.class)
                .hasMessageContainingAll("cannot write to the cache folder " + file.resolve("sub"), "-Dffi.cache.dir=");
    }

    @Test
    @DisplayName("a folder that is not whole is filled again (fault 34)")
    void damaged() throws Exception {
        SharedDirectory shared = new SharedDirectory(folder.resolve("thing"));
        Files.createDirectories(shared.path());

        Path path = shared.obtain(
                Progress.silent(),
                there -> Files.exists(there.resolve("a")),
                empty -> Files.writeString(empty.resolve("a"), "whole"));

        assertThat(path.resolve("a")).hasContent("whole");
    }

    private static Stream<String> names(SharedDirectory shared) throws IOException {
        try (Stream<Path> files = Files.list(shared.path().getParent())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static CompletableFuture<Path> inThread(SharedDirectory.Work<Path> work) {
        CompletableFuture<Path> outcome = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        outcome.complete(work.run());
                    } catch (IOException | InterruptedException | RuntimeException e) {
                        outcome.completeExceptionally(e);
                    }
                })
                .start();
        return outcome;
    }
}
