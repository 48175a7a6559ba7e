package io.github.cffi4j.audit.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaBindingsReaderTest {
    @TempDir
    private Path folder;

    @Test
    void findsTheFingerprintOfABinding() throws Exception {
        compile("package org.example; class Wind_Speed { long o = 0x7766554433221100L; }"
                + "class Wind_SpeedNative {"
                + " Object o = new io.github.cffi4j.generated.Layout(1, \"Wind\", 0x1122334455667788L); }");
        compile("package org.example; class Other { long unrelated = 0x7766554433221100L; }");
        assertThat(JavaBindingsReader.read(folder).constants())
                .containsOnlyKeys("org_example_Wind_1Speed")
                .containsEntry("org_example_Wind_1Speed", Set.of(0x1122334455667788L));
    }

    @Test
    void aFolderThatIsNotThereHasNone() throws Exception {
        assertThat(JavaBindingsReader.read(folder.resolve("nowhere")).constants())
                .isEmpty();
    }

    @Test
    void aBrokenClassFileIsNamed() throws IOException {
        Path file = Files.write(folder.resolve("BrokenNative.class"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 0, 9, 99});
        assertThatThrownBy(() -> JavaBindingsReader.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + " is not a class file: the constant pool has a tag 99");
    }

    private void compile(String text) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path source = Files.writeString(sources.resolve("Source.java"), text);
        Path layout = Files.writeString(
                sources.resolve("Layout.java"),
                "package io.github.cffi4j.generated; public class Layout { public Layout(long a, String b, long c) {} }");
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = List.of("-proc:none", "-d", folder.toString(), source.toString(), layout.toString());
        assertThat(javac.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }
}
