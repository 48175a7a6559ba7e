package io.github.cffi4j.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.cdef.model.ResolvedConstant;
import io.github.cffi4j.compiler.naming.NamedBinding;
import io.github.cffi4j.compiler.naming.TestNaming;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.compiler.verify.ConstantValue;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bindings that need more than one Java class can hold: javac takes what is generated, and the JVM loads it. */
@Tag("demanding")
class ScaleTest {
    @TempDir
    Path folder;

    @Test
    void constantsThatDiffer() throws Exception {
        Class<?> binding = compiled(repeated(7_000, "#define VALUE_%d ..."), true);

        assertThat(binding.getField("VALUE_0").getType()).isEqualTo(int.class);
        assertThat(binding.getField("VALUE_6999").getDeclaringClass())
                .isNotEqualTo(binding.getField("VALUE_0").getDeclaringClass());
    }

    @Test
    void anEnumOfManyEnumerators() throws Exception {
        String enumerators = IntStream.range(0, 5_000).mapToObj(i -> "E_" + i).collect(Collectors.joining(", "));
        Class<?> binding = compiled("enum many { " + enumerators + " }; enum many next(enum many e);", false);

        assertThat(binding.getField("E_4999").getInt(null)).isEqualTo(7);
    }

    @Test
    void functionsBeyondOneClass() throws Exception {
        Class<?> binding = compiled(
                "struct point { int x, y; }; struct Thread { int id; }; typedef int (*visitor)(struct point *p);"
                        + repeated(
                                4_000,
                                "size_t f_%1$d(const char *text_%1$d, struct point p_%1$d, struct Thread *t, visitor v);"),
                false);

        assertThat(binding.getMethods())
                .filteredOn(method -> method.getName().startsWith("f_"))
                .hasSize(8_000);
    }

    @Test
    void manyTypes() throws Exception {
        Class<?> binding = compiled(
                repeated(2_500, "struct s_%1$d { int a; long b; struct s_%1$d *next; };")
                        + repeated(
                                        1_000,
                                        "typedef struct h_%1$d *h_%1$d; typedef int (*c_%1$d)(h_%1$d h, long l, c_%1$d c);")
                                .replaceAll(", c_\\d+ c", "")
                        + repeated(1_000, "void use_%1$d(struct s_%1$d *s, c_%1$d c, struct s_%1$d t);"),
                false);

        assertThat(binding.getDeclaredClasses()).hasSize(4_500);
    }

    @Test
    void aStructOfManyFields() throws Exception {
        Class<?> binding = compiled("struct wide { " + repeated(4_000, "long field_%d;") + " };", false);

        assertThat(binding.getDeclaredClasses())
                .extracting(Class::getSimpleName)
                .contains("wide");
    }

    @Test
    void longNames() throws Exception {
        String name = "n".repeat(5_000);
        Class<?> binding =
                compiled(Text.format("int %1$s(int %1$sp); struct s { int %1$s; }; enum { %1$sc };", name), false);

        assertThat(binding.getMethod(name, int.class)).isNotNull();
    }

    @Test
    void theFirstUseLoadsNoTypes() throws Exception {
        compiled(
                "typedef struct handle *handle; typedef int (*visitor)(struct point *p);"
                        + "struct point { int x; long y; struct point *next; };"
                        + "struct point *first(handle h, struct point p, const struct point *q, visitor v);"
                        + "extern \"Java\" struct point *chosen(struct point *p, long *numbers);",
                false);
        List<String> found = new ArrayList<>();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}) {
                    @Override
                    protected Class<?> findClass(String name) throws ClassNotFoundException {
                        found.add(name);
                        return super.findClass(name);
                    }
                }) {
            Class.forName("org.example.Test", true, loader);
            // It is verified and finds no library, which does not keep it from being initialised.
            assertThat(Class.forName("org.example.TestNative", true, loader)).isNotNull();
        }

        assertThat(found).containsExactlyInAnyOrder("org.example.Test", "org.example.TestNative");
    }

    private static String repeated(int times, String line) {
        IntFunction<String> numbered = i -> Text.format(line, i) + "\n";
        return IntStream.range(0, times).mapToObj(numbered).collect(Collectors.joining());
    }

    /** The class, and all its nested ones verified. */
    private Class<?> compiled(String cdef, boolean different) throws Exception {
        JavaTexts java = JavaEmitter.emit(verified(TestNaming.of(cdef), different), "test");
        Path sources = Files.createDirectories(folder.resolve("org/example"));
        compile(
                Files.writeString(sources.resolve("Test.java"), java.api()),
                Files.writeString(sources.resolve("TestNative.java"), java.plumbing()));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Class<?> binding = Class.forName("org.example.Test", false, loader);
            binding.getMethods();
            Class<?> plumbing = Class.forName("org.example.TestNative", false, loader);
            plumbing.getDeclaredMethods();
            for (Class<?> outer : List.of(binding, plumbing)) {
                for (Class<?> nested : outer.getDeclaredClasses()) {
                    nested.getDeclaredMethods();
                }
            }
            return binding;
        }
    }

    private static VerifiedBinding verified(NamedBinding named, boolean different) {
        Map<String, Map<Platform, ConstantValue>> values = new LinkedHashMap<>();
        for (ResolvedConstant constant : named.binding().union().constants()) {
            values.put(
                    constant.cName(),
                    Map.of(
                            Platform.LINUX_X86_64, new ConstantValue(7, false),
                            Platform.OSX_X86_64, new ConstantValue(different ? 8 : 7, false)));
        }
        return new VerifiedBinding(named, values);
    }

    private void compile(Path... sources) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-Xlint:all", "-Werror", "--release", "17", "-d", folder.toString());
            assertThat(javac.getTask(output, files, null, options, null, files.getJavaFileObjects(sources))
                            .call())
                    .as("javac: %s", output)
                    .isTrue();
        }
    }
}
