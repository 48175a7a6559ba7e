package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JNI of an author's own beside a cdef (fault 26). */
class JniHeaderTest {
    private static final Pattern FUNCTION = Pattern.compile("\\(\\s*JNICALL \\*\\s*(\\w+)\\)");

    /** Of the JNI specification: {@code GetStringUTFLengthAsLong}, the last, has index 235; four are reserved. */
    private static final int FUNCTIONS = 232;

    @TempDir
    Path folder;

    /** An order of its own would call other functions. */
    @Test
    void hasTheFunctionsOfTheSpecificationInTheirOrder() throws IOException {
        List<String> functions = functions(own());
        assertThat(functions).hasSize(FUNCTIONS).doesNotHaveDuplicates();
        assertThat(functions.get(6 - 4)).isEqualTo("FindClass");
        assertThat(functions.get(34 - 4)).isEqualTo("CallObjectMethod");
        assertThat(functions.get(113 - 4)).isEqualTo("GetStaticMethodID");
        assertThat(functions.get(167 - 4)).isEqualTo("NewStringUTF");
        assertThat(functions.get(219 - 4)).isEqualTo("GetJavaVM");
        assertThat(functions.get(228 - 4)).isEqualTo("ExceptionCheck");
        assertThat(functions.get(235 - 4)).isEqualTo("GetStringUTFLengthAsLong");
    }

    @Test
    void hasThoseOfThisJdkInTheirOrder() throws IOException {
        Path header = Path.of(System.getProperty("java.home"), "include", "jni.h");
        Assumptions.assumeTrue(Files.exists(header), "a JDK with its headers");
        List<String> jdk = functions(Files.readString(header, StandardCharsets.ISO_8859_1));
        assertThat(functions(own()).subList(0, jdk.size())).isEqualTo(jdk);
    }

    /** In C and C++, in a preamble, a header and sources, for all platforms. */
    @Test
    void standsBesideACdef() throws Exception {
        write("c/include/lib.h", """
                #include <jni.h>
                #ifdef __cplusplus
                extern "C" {
                #endif
                int add(int a, int b);
                JNIEXPORT jint JNICALL Java_org_example_Old_twice(JNIEnv *env, jclass c, jint x);
                #ifdef __cplusplus
                }
                #endif
                """);
        write("c/m.c", """
                #include "lib.h"
                int add(int a, int b) { return a + b; }
                JNIEXPORT jint JNICALL Java_org_example_Old_twice(JNIEnv *env, jclass c, jint x) {
                    return 2 * x + ((*env)->ExceptionCheck(env) ? 1 : 0);
                }
                """);
        write("ffi/T.cdef", "int add(int a, int b);\nint each(int (*visit)(int x), int count);");
        write("ffi/T.c", """
                #include "lib.h"
                static int each(int (*visit)(int x), int count) { return visit(count); }
                """);
        write("ffi/Cpp.cdef", "int version(void *env);");
        write("ffi/Cpp.cpp", """
                #include <jni.h>
                static int version(void *env) { return static_cast<JNIEnv *>(env)->GetVersion(); }
                """);
        FfiProject project = FfiProject.of(
                        "t",
                        new ProjectLayout(
                                folder,
                                folder.resolve("ffi"),
                                List.of(SourceRoot.of(folder.resolve("c"))),
                                folder.resolve("java"),
                                folder.resolve("work"),
                                folder.resolve("classes")),
                        Platform.standard())
                .withBuilt(Set.of(TestZig.HOST))
                .withCompiler(TestZig::get)
                .withCache(TestZig.CACHE)
                .withThreads(2)
                .withOptions(TestZig.ALONE);

        new BindingGenerator(project).generate();
        assertThat(new LibraryBuilder(project).build(library -> {})).hasSize(1);
    }

    private static String own() throws IOException {
        try (InputStream header = JniHeader.class.getResourceAsStream("jni.h")) {
            return new String(header.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> functions(String header) {
        String table = header.substring(header.indexOf("struct JNINativeInterface_ {"));
        return FUNCTION.matcher(table.substring(0, table.indexOf("\n};")))
                .results()
                .map(MatchResult::group)
                .map(found -> found.replaceAll(".*\\*\\s*|\\)", ""))
                .toList();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
