package org.example.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.example.tutorial.LibC.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.Handle;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.Owned;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.Ref;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says about memory, text, ownership and errno. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the tutorial is for Linux, as CFFI's is: its headers are POSIX's")
class MemoryTest {
    private final Arena arena = Arena.open();

    @AfterEach
    void close() {
        arena.close();
    }

    @Test
    void arraysOfNumbers() {
        IntPointer numbers = IntPointer.of(arena, 1, 2, 3);
        numbers.set(1, 20).set(2, 30);
        int[] copy = numbers.toArray(3);
        IntPointer third = IntPointer.TYPE.element(numbers, 2); // &numbers[2]

        assertThat(copy).containsExactly(1, 20, 30);
        assertThat(third.get()).isEqualTo(30);
    }

    @Test
    void bytesAndArraysOfPointers() {
        byte[] bytes = {1, 0, 2};
        BytePointer copy = BytePointer.of(arena, bytes);
        Ref<BytePointer> argv = BytePointer.TYPE.ref(arena, 3);
        argv.set(0, arena.string("ls")).set(1, arena.string("-l"));

        assertThat(copy.toArray(3)).isEqualTo(bytes);
        assertThat(argv.get(1).string()).isEqualTo("-l");
        assertThat(argv.get(2)).isNull();
    }

    @Test
    void memoryAndItsEnd() {
        IntPointer gone;
        try (Arena arena = Arena.open()) {
            gone = IntPointer.allocate(arena, 3);
        }

        assertThatIllegalStateException()
                .isThrownBy(gone::get)
                .withMessage("IntPointer[0]: this memory is gone: its arena was closed");
    }

    @Test
    void partsOfStructs() {
        timeval now = timeval.allocate(arena);
        long seconds = time(time_t.at(now.plus(timeval.offset_tv_sec))); // time(&now->tv_sec)

        assertThat(now.tv_sec()).isEqualTo(seconds).isPositive();
    }

    @Test
    void buffers() {
        IntPointer numbers = IntPointer.allocate(arena, 4);
        IntBuffer view = numbers.asByteBuffer(16).asIntBuffer();
        view.put(new int[] {1, 2, 3, 4}, 1, 2);

        ByteBuffer direct = ByteBuffer.allocateDirect(100);
        memset(Pointer.ofBuffer(direct), 7, 100);

        assertThat(numbers.toArray(4)).containsExactly(2, 3, 0, 0);
        assertThat(direct.get(99)).isEqualTo((byte) 7);
    }

    @Test
    void wideText() {
        wchar_t text = wchar_t.allocate(arena, 20);
        wcscpy(text, "Grüße");

        assertThat(text.string()).isEqualTo("Grüße");
        assertThat(wcslen(arena.string(wchar_t.TYPE, "für C"))).isEqualTo(5);
    }

    @Test
    void errorsOfC() {
        int reason = 0;
        if (fopen("/no/such/file", "r") == null) {
            reason = errno();
        }

        assertThat(reason).isEqualTo(ENOENT);
    }

    @Test
    void whatCMadeAndJavaDestroys(@TempDir Path folder) throws Exception {
        Path path = Files.writeString(folder.resolve("poem"), "first\nsecond\n");
        BytePointer line = BytePointer.allocate(arena, 80);
        try (Owned<FILE> file = FILE.owned(fopen(path.toString(), "r"), LibC::fclose)) {
            fgets(line, 80, file.get());
        }

        assertThat(line.string()).isEqualTo("first\n");
    }

    @Test
    void objectsAsUserData() {
        List<String> names = new ArrayList<>();
        Pointer state = Handle.of(arena, names);
        // ... C keeps it, and passes it to a callback, which does
        List<?> found = Handle.get(state, List.class);

        assertThat(found).isSameAs(names);
    }

    @Test
    void shortCalls() {
        assertThat(abs(-3)).isEqualTo(3);
    }
}
