package io.github.cffi4j.compiler.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The {@code jni.h} for C that has JNI of its own: the same for all platforms, and none of this machine's. It is the last place
 * that the compiler looks at, so that one of the author's is found before it.
 */
final class JniHeader {
    private static final String NAME = "jni.h";

    private JniHeader() {}

    /** The flag by which the compiler finds it. */
    static String flag(ProjectLayout layout) {
        return "-idirafter" + folder(layout);
    }

    static void write(ProjectLayout layout) throws IOException {
        try (InputStream resource = JniHeader.class.getResourceAsStream(NAME)) {
            new GeneratedFolder(folder(layout))
                    .write(NAME, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Path folder(ProjectLayout layout) {
        return layout.work().resolve("jni");
    }
}
