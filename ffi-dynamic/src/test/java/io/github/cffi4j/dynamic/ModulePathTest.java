package io.github.cffi4j.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is a named module: its interfaces are private in an open package, public in an exported one, or hidden. */
class ModulePathTest {
    private static final Map<String, String> SOURCES = Map.of(
            "module-info.java",
            """
            module org.app {
                requires io.github.cffi4j.dynamic;

                opens org.app to io.github.cffi4j.dynamic;
                exports org.app.shown;
            }
            """,
            "org/app/shown/LibM.java",
            "package org.app.shown; public interface LibM { double hypot(double x, double y); }",
            "org/app/hidden/LibC.java",
            "package org.app.hidden; public interface LibC { int abs(int n); }",
            "org/app/Main.java",
            """
            package org.app;

            import io.github.cffi4j.dynamic.*;

            class Main {
                interface LibC { int abs(int n); long strlen(String s); }

                interface pair extends StructOf<pair> { int a(); pair a(int value); }

                public static void main(String[] arguments) {
                    Cdef cdef = Cdef.of(
                            "int abs(int n); size_t strlen(const char *s); double hypot(double x, double y);"
                                    + "struct pair { int a, b; };");
                    Library c = cdef.openProcess();
                    LibC own = c.as(LibC.class);
                    System.out.println(own.abs(-3) + " " + own.strlen("abcd") + " " + own.getClass().getModule());
                    System.out.println(c.as(org.app.shown.LibM.class).hypot(3, 4));
                    System.out.println(cdef.type(pair.class).allocate().a(7));
                    try {
                        c.as(org.app.hidden.LibC.class);
                    } catch (IllegalArgumentException e) {
                        System.out.println(e.getMessage());
                    }
                }
            }
            """);

    @TempDir
    Path folder;

    @Test
    void classesAreWrittenIntoTheModuleOfTheInterface() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-p", Modules.PATH, "-d", classes()));
        for (Map.Entry<String, String> source : SOURCES.entrySet()) {
            Path file = folder.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        int compiled = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(compiled).isZero();

        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        Modules.PATH + File.pathSeparator + classes(),
                        "-m",
                        "org.app/org.app.Main")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "3 4 module org.app",
                        "5.0",
                        "pair{a=7, b=0}",
                        "org.app.hidden.LibC is not public, or its module hides it; write 'opens org.app.hidden to"
                                + " io.github.cffi4j.dynamic;' in its module-info");
        assertThat(program.waitFor()).isZero();
    }

    private String classes() {
        return folder.resolve("classes").toString();
    }
}
