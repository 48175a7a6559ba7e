package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.audit.facts.ExportedSymbol;
import io.github.cffi4j.audit.read.LibraryReader;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other people's C that marks its functions to be seen, compiled into a library for Java (fault 27). */
class ExportedNamesTest {
    private static final Platform[] ALL = Stream.concat(
                    Platform.standard().stream(), Stream.of(Platform.WINDOWS_X86_32, Platform.FREEBSD_X86_64))
            .toArray(Platform[]::new);

    private static final String FOREIGN = """
            #ifdef _WIN32
            #define API __declspec(dllexport)
            #else
            #define API __attribute__((visibility("default")))
            #endif
            static char large[100000];
            API int counter = 3;
            API const char *unused(int i) { large[i] = 1; return large; }
            API int area(int a, int b) { return a * b * counter; }
            API int plugin_entry(void) { return area(2, 3); }
            API int Java_org_example_Own_hand(void *env, void *type) { return 1; }
            API int JNI_OnLoad(void *vm, void *reserved) { return 0x00010008; }
            API void JNI_OnUnload(void *vm, void *reserved) {}
            """;

    @TempDir
    private Path base;

    @Test
    void onlyTheEntriesForJavaAndTheAuthorsNamesAreExported() throws Exception {
        List<BuiltLibrary> built = module("geo", ALL)
                .with(CompilerSettings.none().exporting(List.of("plugin_*", "absent")))
                .build();
        assertThat(built).hasSize(ALL.length);
        for (BuiltLibrary library : built) {
            Platform platform = library.library().platform();
            assertThat(exports(library))
                    .as(platform.classifier())
                    .contains("JNI_OnLoad", "JNI_OnUnload", "ffi_layout_org_example_Geo", "plugin_entry")
                    .anyMatch(name -> name.startsWith("Java_org_example_Geo"))
                    .anyMatch(name -> name.endsWith("Java_org_example_Own_hand"))
                    .doesNotContain("area", "unused", "counter", "plugin", "absent");
            // What is not exported and not called goes, where linkers collect it.
            if (platform.os() != OperatingSystem.OSX) {
                assertThat(library.library().size()).as(platform.classifier()).isLessThan(60_000);
            }
        }
    }

    /** A library that no cdef describes is bound by its own names. */
    @Test
    void aLibraryWithoutGlueExportsWhatItSays() throws Exception {
        SmallModule module = SmallModule.of(base, Platform.LINUX_X86_64, Platform.OSX_AARCH_64, Platform.WINDOWS_X86_64)
                .file("c/geo.c", FOREIGN);
        for (BuiltLibrary library : module.build()) {
            assertThat(exports(library)).contains("area", "unused", "plugin_entry", "Java_org_example_Own_hand");
        }
    }

    private SmallModule module(String folder, Platform... platforms) throws Exception {
        return SmallModule.of(base.resolve(folder), platforms)
                .file("ffi/org/example/Geo.cdef", "int area(int a, int b); extern int counter;")
                .file("ffi/org/example/Geo.c", "int area(int a, int b); extern int counter;")
                .file("c/geo.c", FOREIGN);
    }

    private static List<String> exports(BuiltLibrary library) throws Exception {
        return LibraryReader.read(Files.readAllBytes(library.library().file())).get(0).common().exports().stream()
                .map(ExportedSymbol::name)
                .toList();
    }
}
