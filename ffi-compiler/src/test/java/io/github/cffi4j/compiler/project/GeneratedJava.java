package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles what was generated as strictly as any user might. */
public final class GeneratedJava {
    private static final List<String> OPTIONS =
            List.of("-Xlint:all", "-Werror", "-Xdoclint:all,-missing", "--release", "17", "-d");

    private GeneratedJava() {}

    public static void compile(List<Path> sources, Path classes) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        List<String> options = new ArrayList<>(OPTIONS);
        options.add(Files.createDirectories(classes).toString());
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            assertThat(javac.getTask(output, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                            .call())
                    .as("javac: %s", output)
                    .isTrue();
        }
    }
}
