package io.github.cffi4j.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.IntPointer;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Opening and closing again and again, other threads, and what the loader's cache says. */
class LifecycleTest {
    /** How often a library is opened and closed; a thousand times takes seconds. */
    private static final int TIMES = Integer.getInteger("lifecycle.times", 200);

    interface Sort {
        void qsort(IntPointer base, long n, long size, Order order);

        int abs(int n);
    }

    interface Order {
        int compare(io.github.cffi4j.Pointer a, io.github.cffi4j.Pointer b);
    }

    interface pair extends StructOf<pair> {
        int a();

        pair a(int value);
    }

    private static final String TEXT = """
            struct pair { int a, b; };
            int abs(int n);
            void qsort(int *base, size_t n, size_t size, int (*order)(const void *, const void *));
            """;

    @Test
    @EnabledOnOs(OS.LINUX)
    void nothingIsLeft() throws InterruptedException {
        WeakReference<Class<?>> library = null;
        WeakReference<Class<?>> struct = null;
        for (int i = 0; i < TIMES; i++) {
            Cdef cdef = Cdef.of(TEXT);
            try (Library c = cdef.open("libc.so.6");
                    Arena arena = Arena.open()) {
                Sort sort = c.as(Sort.class);
                pair view = cdef.type(pair.class).allocate(arena).a(i);
                IntPointer numbers = IntPointer.of(arena, 2, 1);
                sort.qsort(
                        numbers,
                        2,
                        4,
                        (a, b) -> IntPointer.at(a).get() - IntPointer.at(b).get());
                assertThat(sort.abs(-view.a()) + numbers.get()).isEqualTo(i + 1);
                library = new WeakReference<>(sort.getClass());
                struct = new WeakReference<>(view.getClass());
            }
        }
        for (int i = 0; i < 200 && (library.get() != null || struct.get() != null); i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(library.get()).isNull();
        assertThat(struct.get()).isNull();
    }

    @Test
    void memoryOfAnotherThreadsArenaIsRefused() throws InterruptedException {
        Library c = Cdef.of("size_t strlen(const char *s);").openProcess();
        AtomicReference<Throwable> refused = new AtomicReference<>();
        try (Arena arena = Arena.open()) {
            BytePointer text = arena.string("mine");
            Thread other = new Thread(() -> {
                try {
                    c.call("strlen", text);
                } catch (RuntimeException e) {
                    refused.set(e);
                }
            });
            other.start();
            other.join();
        }
        assertThat(refused.get()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theLoadersCacheTellsTheNumbers() {
        byte[] cache = cache("libz.so.1", "libz.so", "libpng16.so.16", "libssl.so.3", "libssl.so.1.1", "libzstd.so.1");

        assertThat(found(cache, "libz.so.")).containsExactly("libz.so.1");
        assertThat(found(cache, "libpng16.so.")).containsExactly("libpng16.so.16");
        assertThat(found(cache, "libssl.so.")).containsExactly("libssl.so.1.1", "libssl.so.3");
        assertThat(found(cache, "libnone.so.")).isEmpty();
        byte[] old = new byte[cache.length + 16];
        System.arraycopy(cache, 0, old, 16, cache.length);
        assertThat(found(old, "libz.so.")).containsExactly("libz.so.1");
        for (int length = 0; length < cache.length; length++) {
            assertThat(found(java.util.Arrays.copyOf(cache, length), "libz.so.").size())
                    .isLessThan(2);
        }
        assertThat(found(
                        "glibc-ld.so.cache1.0 and more bytes than a header has".getBytes(StandardCharsets.US_ASCII),
                        "libz.so."))
                .isEmpty();
    }

    private static Set<String> found(byte[] cache, String prefix) {
        Set<String> found = new TreeSet<>();
        LinkerCache.read(cache, prefix, found);
        return found;
    }

    private static byte[] cache(String... names) {
        ByteBuffer cache = ByteBuffer.allocate(4096).order(ByteOrder.nativeOrder());
        cache.put("glibc-ld.so.cache1.1".getBytes(StandardCharsets.US_ASCII)).putInt(names.length);
        int at = 48 + 24 * names.length;
        for (int i = 0; i < names.length; i++) {
            cache.putInt(48 + 24 * i + 4, at);
            for (byte letter : names[i].getBytes(StandardCharsets.US_ASCII)) {
                cache.put(at++, letter);
            }
            at++;
        }
        return java.util.Arrays.copyOf(cache.array(), at);
    }

    @Test
    void hostileTextIsRefusedSoon() {
        assertThatThrownBy(() -> Cdef.of("(".repeat(100_000))).isInstanceOf(InvalidCdefException.class);
        assertThatThrownBy(() -> Cdef.of("typedef struct a { struct a b; } a;"))
                .isInstanceOf(InvalidCdefException.class)
                .hasMessageContaining("holds itself");
        assertThatThrownBy(() -> Cdef.of("struct a { char b[0x7fffffffffffffff]; };"))
                .isInstanceOf(InvalidCdefException.class);
        Cdef cdef = Cdef.of("struct a { char b[0x7fffffff]; };");
        assertThat(cdef.sizeof("struct a")).isEqualTo(0x7fffffffL);
        assertThatThrownBy(() -> cdef.sizeof("int" + "*".repeat(100_000))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cdef.sizeof("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cdef.sizeof("int x")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Each type names the one before twice, so that written in full it has a billion parts. */
    @Test
    void typesThatDoubleAreReadSoon() {
        StringBuilder functions = new StringBuilder("typedef int (*f0)(void);\n");
        StringBuilder structs = new StringBuilder("struct s0 { char a; };\n");
        StringBuilder constants = new StringBuilder("enum { E0 = 1");
        for (int i = 1; i < 40; i++) {
            int before = i - 1;
            functions
                    .append("typedef int (*f")
                    .append(i)
                    .append(")(f")
                    .append(before)
                    .append(", f")
                    .append(before)
                    .append(");\n");
            structs.append("struct s")
                    .append(i)
                    .append(" { struct s")
                    .append(before)
                    .append(" a, b; };\n");
            constants
                    .append(", E")
                    .append(i)
                    .append(" = E")
                    .append(before)
                    .append(" + E")
                    .append(before);
            constants.append(" - E").append(before);
        }
        String text = functions + "int call(f39 f); struct holder { f39 f; };\n" + structs + constants + " };\n";

        Cdef cdef = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Cdef.of(text));

        assertThat(cdef.sizeof("struct holder")).isEqualTo(Long.BYTES);
        assertThat(cdef.sizeof("struct s39")).isEqualTo(1L << 39);
        assertThat(cdef.constant("E39")).isEqualTo(1);
        try (Arena arena = Arena.open();
                Library c = cdef.openProcess()) {
            CFunction code = c.callback(arena, "f39", a -> 7);
            StructView holder = cdef.allocate(arena, "struct holder").set("f", code);
            assertThat(((CFunction) holder.get("f")).call(null, null)).isEqualTo(7);
        }
    }
}
