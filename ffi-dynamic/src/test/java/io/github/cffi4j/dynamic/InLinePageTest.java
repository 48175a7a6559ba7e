package io.github.cffi4j.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.Ref;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs of docs/in-line.md, among them those of CFFI's tutorial; each piece of code there is in these tests. */
class InLinePageTest {
    private static final Path PAGE = Path.of("..", "docs", "in-line.md");
    /** A piece that another test reads has a comment before it. */
    private static final Pattern CODE = Pattern.compile("(?<!-->\n)```java\\R(.*?)```", Pattern.DOTALL);

    static List<String> pieces() throws IOException {
        return CODE.matcher(Files.readString(PAGE))
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void everyPieceIsInTheTests(String piece) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> trimmed(read(file)).contains(trimmed(piece))))
                    .as("tests with:%n%s", piece)
                    .isNotEmpty();
        }
    }

    /** Lines without what is before and behind them, so that indentation does not matter. */
    private static String trimmed(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void byName() {
        Cdef cdef = Cdef.of("""
                size_t strlen(const char *s);
                int snprintf(char *s, size_t n, const char *format, ...);
                """);
        try (Library c = cdef.openProcess();
                Arena arena = Arena.open()) {
            long length = (long) c.call("strlen", "Zugspitze");
            BytePointer text = BytePointer.allocate(arena, 100);
            c.call("snprintf", text, 100, "%s is %d and %.2f", "pi", 3, Math.PI);

            assertThat(length).isEqualTo(9);
            assertThat(text.string()).isEqualTo("pi is 3 and 3.14");
        }
    }

    interface LibM {
        double hypot(double x, double y);

        double cos(double x);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void byAnInterface() {
        LibM m = Cdef.of("double hypot(double x, double y); double cos(double x);")
                .open("m")
                .as(LibM.class);
        double length = m.hypot(3, 4);

        assertThat(length).isEqualTo(5);
    }

    interface pixel_t extends StructOf<pixel_t> {
        int r();

        pixel_t r(int value);

        pixel_t g(int value);
    }

    @Test
    void structs() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WritableByteChannel file = Channels.newChannel(bytes);
        Cdef pixels = Cdef.of("typedef struct { unsigned char r, g, b; } pixel_t;");
        try (Arena arena = Arena.open()) {
            StructView image = pixels.allocate(arena, "pixel_t", 800 * 600);
            image.get(100).set("r", 255).set("g", 192);
            file.write(image.asByteBuffer());

            pixel_t first = pixels.type(pixel_t.class).allocate(arena).r(255).g(192);
            int red = first.r() + (int) image.get(100).get("r");

            assertThat(red).isEqualTo(510);
            assertThat(bytes.size()).isEqualTo(800 * 600 * 3);
            assertThat(bytes.toByteArray()[301]).isEqualTo((byte) 192);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void time() {
        Library c = Cdef.of("""
                typedef long time_t;
                struct timeval { time_t tv_sec; long tv_usec; };
                int gettimeofday(struct timeval *now, void *zone);
                """).openProcess();
        StructView now = c.cdef().allocate("struct timeval");
        c.call("gettimeofday", now, null);

        assertThat((long) now.get("tv_sec")).isGreaterThan(1_700_000_000L);
        assertThat(now.toString()).matches("timeval\\{tv_sec=\\d+, tv_usec=\\d+}");
    }

    interface Order {
        int compare(Pointer a, Pointer b);
    }

    interface Sort {
        void qsort(Pointer base, long n, long size, Order order);
    }

    @Test
    void callbacks() {
        try (Arena arena = Arena.open()) {
            Library c = Cdef.of("""
                    typedef int (*cmp)(const void *a, const void *b);
                    void qsort(void *base, size_t n, size_t size, cmp order);
                    """).openProcess();
            IntPointer numbers = IntPointer.of(arena, 3, 1, 2);

            c.call("qsort", numbers, 3, 4, Callback.of(a -> compare((Pointer) a[0], (Pointer) a[1])));
            CFunction descending = c.callback(arena, "cmp", a -> compare((Pointer) a[1], (Pointer) a[0]));
            c.call("qsort", numbers, 3, 4, descending);
            assertThat(numbers.toArray(3)).containsExactly(3, 2, 1);

            c.as(Sort.class).qsort(numbers, 3, 4, (a, b) -> compare(a, b));
            assertThat(numbers.toArray(3)).containsExactly(1, 2, 3);
        }
    }

    private static int compare(Pointer a, Pointer b) {
        return Integer.compare(IntPointer.at(a).get(), IntPointer.at(b).get());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void trees() {
        Library c = Cdef.of("""
                typedef int (*compare)(const void *, const void *);
                enum visit { preorder, postorder, endorder, leaf };
                void *tsearch(const void *key, void **root, compare order);
                void twalk(const void *root, void (*action)(const void *node, enum visit which, int depth));
                """).openProcess();
        List<String> names = new ArrayList<>();
        try (Arena arena = Arena.open()) {
            Ref<Pointer> root = Pointer.ref(arena);
            CFunction order =
                    c.callback(arena, "compare", a -> ((Pointer) a[0]).string().compareTo(((Pointer) a[1]).string()));
            for (String fruit : List.of("plum", "apple", "quince")) {
                c.call("tsearch", arena.string(fruit), root, order);
            }
            Object postorder = c.constant("postorder");
            Object leaf = c.constant("leaf");
            c.call("twalk", root.get(), Callback.of(a -> {
                if (a[1].equals(postorder) || a[1].equals(leaf)) {
                    names.add(((Pointer) a[0]).asRef().get().string());
                }
                return null;
            }));
        }
        assertThat(names).containsExactly("apple", "plum", "quince");
    }

    interface Removal {
        int remove(String path);

        int errno();
    }

    @Test
    void errorsOfC() {
        Library c = Cdef.of("""
                extern int errno;
                enum { ENOENT = 2 };
                int remove(const char *path);
                """).openProcess();
        boolean missing =
                (int) c.call("remove", "no such file") != 0 && c.get("errno").equals(c.constant("ENOENT"));

        assertThat(missing).isTrue();
        Removal typed = c.as(Removal.class);
        assertThat(typed.remove("no such file")).isEqualTo(-1);
        assertThat(typed.errno()).isEqualTo(2);
    }

    @Test
    void several() {
        Cdef geometry = Cdef.of("typedef struct { int x, y; } point_t;");
        Cdef lines = Cdef.of("typedef struct { point_t from, to; } line_t;", geometry);

        assertThat(lines.sizeof("line_t")).isEqualTo(16);
    }

    interface Wrong {
        double hypot(float x, double y);

        double cosinus(double x);
    }

    @Test
    void mistakes() {
        Library m = Cdef.of("double hypot(double x, double y);\ndouble cos(double x);")
                .openProcess();

        assertThatThrownBy(() -> m.as(Wrong.class)).hasMessage(block("Wrong does not fit the cdef"));
        assertThatThrownBy(() -> m.call("hypoth", 3, 4))
                .hasMessage("the cdef has no function 'hypoth'; did you mean 'hypot'?");
    }

    /** The piece of the page that begins so. */
    private static String block(String start) {
        String page = read(PAGE);
        int from = page.indexOf(start);
        assertThat(from).isPositive();
        return page.substring(from, page.indexOf("\n```", from)).replace("Wrong does", Wrong.class.getName() + " does");
    }
}
