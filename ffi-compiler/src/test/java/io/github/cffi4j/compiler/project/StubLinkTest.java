package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.audit.facts.ImportedSymbol;
import io.github.cffi4j.audit.facts.LibraryFacts;
import io.github.cffi4j.audit.facts.MachOFacts;
import io.github.cffi4j.audit.facts.PeFacts;
import io.github.cffi4j.audit.read.LibraryReader;
import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.compiler.compile.CompileOptions;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.DebugInfo;
import io.github.cffi4j.compiler.compile.LinkException;
import io.github.cffi4j.compiler.compile.LinkPolicy;
import io.github.cffi4j.compiler.emit.LibraryCheck;
import io.github.cffi4j.compiler.emit.SystemRequirements;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries of the user's system that are linked without being on the machine that builds. */
class StubLinkTest {
    private static final Platform[] ALL = Stream.concat(
                    Platform.standard().stream(),
                    Stream.of(Platform.WINDOWS_X86_32, Platform.FREEBSD_X86_64, Platform.LINUX_RISCV64))
            .toArray(Platform[]::new);

    /** One of each object format. */
    private static final Platform[] THREE = {Platform.LINUX_X86_64, Platform.OSX_AARCH_64, Platform.WINDOWS_X86_64};

    private static final String CDEF = """
            int thing_open(const char *name);
            int thing_close(int thing);
            extern int thing_count;
            unsigned long strtoul(const char *text, char **end, int base);
            """;

    private static final String HEADERS = """
            #include <stdlib.h>
            #ifdef _WIN32
            __declspec(dllimport)
            #endif
            int thing_open(const char *name);
            int thing_close2(int thing);
            #define thing_close(THING) thing_close2(THING)
            extern int thing_count;
            """;

    @TempDir
    private Path base;

    @Test
    void asksTheLoaderForTheLibraryByItsName() throws Exception {
        asksForTheLibrary(THREE);
    }

    @Tag("thorough")
    @Test
    void asksTheLoaderForTheLibraryByItsNameOnEveryPlatform() throws Exception {
        asksForTheLibrary(ALL);
    }

    /** Also what a macro of the headers calls is found in it; and what the C library has is never looked for there. */
    private void asksForTheLibrary(Platform... platforms) throws Exception {
        List<BuiltLibrary> built = module("thing", platforms).build();
        assertThat(built).hasSize(platforms.length);
        assertThat(javaTexts()).contains("<p>Needs a library of the user's system: {@code the-thing.so.3} on ");
        for (BuiltLibrary library : built) {
            Platform platform = library.library().platform();
            LibraryFacts facts = facts(library);
            assertThat(facts.common().needed()).as(platform.classifier()).contains("the-thing.so.3");
            if (facts instanceof PeFacts pe) {
                // Functions that the user's version may lack are looked up by name.
                assertThat(imports(pe)).as(platform.classifier()).containsOnly("thing_close2", "thing_count");
            } else if (facts instanceof MachOFacts macho) {
                assertThat(macho.common().needed()).contains("/usr/lib/libSystem.B.dylib");
            }
        }
        assertThat(module("thing", platforms).build())
                .noneMatch(library -> library.library().fresh());
        assertThat(module("thing", Platform.LINUX_X86_64)
                        .with(CompilerSettings.none().withSystemLibrary("the-thing.so.4"))
                        .build())
                .allMatch(library -> library.library().fresh());
    }

    /** On Linux, that the loader binds them to 0 is tested by SystemLibraryIT. */
    @Test
    void isLoadedWithoutFunctionsThatOnlyTheirEntriesCall() throws Exception {
        for (BuiltLibrary library : module("late", THREE)
                .file(
                        "ffi/org/example/Thing.cdef",
                        CDEF + "int thing_twice(int); int thing_new(int); int thing_own(int);")
                .file("ffi/org/example/Thing.c", HEADERS + """
                        int thing_new(int thing);
                        int thing_own(int thing);
                        int thing_behind(int thing);
                        static inline int thing_twice(int thing) { return 2 * thing_behind(thing); }
                        """)
                .file("ffi/org/example/More.cdef", "int thing_behind(int thing);")
                .file("ffi/org/example/More.c", "int thing_behind(int thing);")
                .file("c/own.c", "int thing_own(int); __attribute__((used)) int own(int i) { return thing_own(i); }")
                .build()) {
            String classifier = library.library().platform().classifier();
            LibraryFacts facts = facts(library);
            if (facts instanceof PeFacts pe) {
                assertThat(imports(pe))
                        .as(classifier)
                        .containsOnly("thing_close2", "thing_count", "thing_own", "thing_behind");
            } else {
                assertThat(weak(library)).as(classifier).containsExactlyInAnyOrder("thing_open", "thing_new");
            }
        }
        assertThat(javaTexts())
                .contains("SYSTEM.require(\"thing_new\");")
                .containsIgnoringWhitespaces("system.expect(\"thing_open thing_close strtoul thing_twice thing_new"
                        + " thing_own\", false);");
    }

    /** The names of weak references, as the loaders of Linux and macOS find them. */
    private static List<String> weak(BuiltLibrary library) throws Exception {
        byte[] file = Files.readAllBytes(library.library().file());
        String text = new String(file, StandardCharsets.ISO_8859_1);
        List<String> names = new ArrayList<>();
        for (String name : List.of("thing_open", "thing_new", "thing_own", "thing_close2", "thing_behind")) {
            boolean weak = library.library().platform().os() == OperatingSystem.OSX
                    // Opcode 0x40 of the loader's program names a symbol; its flag 1 says that it may be missing.
                    ? text.contains("A_" + name + "\0")
                    : weakSymbols(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN))
                            .contains(name);
            if (weak) {
                names.add(name);
            }
        }
        return names;
    }

    /** What a library of Linux with 64 bits asks for weakly, by its table of dynamic symbols. */
    private static List<String> weakSymbols(ByteBuffer elf) {
        List<String> names = new ArrayList<>();
        int sections = (int) elf.getLong(40);
        for (int i = 0; i < elf.getShort(60); i++) {
            int section = sections + 64 * i;
            if (elf.getInt(section + 4) == 11) {
                int texts = (int) elf.getLong(sections + 64 * elf.getInt(section + 40) + 24);
                int first = (int) elf.getLong(section + 24);
                for (int at = first; at < first + elf.getLong(section + 32); at += 24) {
                    if (elf.get(at + 4) >> 4 == 2 && elf.getShort(at + 6) == 0) {
                        StringBuilder name = new StringBuilder();
                        for (int c = texts + elf.getInt(at); elf.get(c) != 0; c++) {
                            name.append((char) elf.get(c));
                        }
                        names.add(name.toString());
                    }
                }
            }
        }
        return names;
    }

    @Tag("thorough")
    @Test
    void isThereInEveryKindOfLink() throws Exception {
        for (BuiltLibrary library : module("apart", THREE)
                .with(TestZig.ALONE.with(DebugInfo.SEPARATE))
                .build()) {
            assertThat(facts(library).common().needed()).contains("the-thing.so.3");
        }
        for (BuiltLibrary library : module("full", Platform.LINUX_X86_64)
                .with(new CompileOptions(LinkPolicy.FULL, List.of(), 0))
                .build()) {
            assertThat(facts(library).common().needed()).contains("the-thing.so.3");
        }
    }

    @Test
    void asksTheLibraryForItsVersionWhenItIsLoaded() throws Exception {
        SmallModule module = module("asked", Platform.LINUX_X86_64)
                .file("ffi/org/example/Thing.cdef", """
                        #define LIMIT 7
                        int thing_number(void); const char *thing_version(void); bool thing_ready(void);
                        """)
                .file("ffi/org/example/Thing.c", """
                        #include <stdbool.h>
                        #define LIMIT 7
                        int thing_number(void); const char *thing_version(void); bool thing_ready(void);
                        """);
        SystemRequirements requirements = SystemRequirements.of(
                List.of("thing_v*"),
                List.of(
                        LibraryCheck.of("thing_number() >= LIMIT"),
                        LibraryCheck.of("thing_version() > 1.2.11"),
                        LibraryCheck.of("thing_ready() == 1")));
        new BindingGenerator(module.project().requiring(requirements)).generate();
        assertThat(javaTexts())
                .containsIgnoringWhitespaces("system.expect(\"thing_number thing_version thing_ready\", true);")
                .containsIgnoringWhitespaces(
                        "SystemChecks.require(\"org.example.Thing\", \"the-thing.so.3\", \"thing_number() >=\", \">=\","
                                + " thing_number(), 7L, \"LIMIT\");")
                .containsIgnoringWhitespaces("\"thing_version() >\", \">\", thing_version(), \"1.2.11\");")
                .containsIgnoringWhitespaces("\"thing_ready() ==\", \"==\", thing_ready() ? 1 : 0, 1L, \"1\");");
        assertThatThrownBy(() -> new BindingGenerator(module.project()
                                .requiring(SystemRequirements.of(
                                        List.of(), List.of(LibraryCheck.of("thing_version() > 3")))))
                        .generate())
                .isInstanceOf(CdefException.class)
                .hasMessageContaining(
                        "'thing_version' is in <libraryChecks>, as 'thing_version() > 3', and returns no" + " integer");
    }

    /** A source that was forgotten is not looked for on the user's machine. */
    @Test
    @Tag("thorough")
    void whatOnlyTheAuthorsOwnCodeLacksIsAnError() throws Exception {
        SmallModule module = module("forgotten", Platform.LINUX_X86_64, Platform.OSX_X86_64, Platform.WINDOWS_X86_64)
                .file("c/own.c", "int forgotten(int); __attribute__((used)) int own(int i) { return forgotten(i); }");
        assertThatThrownBy(module::build)
                .isInstanceOf(LinkException.class)
                .hasMessageMatching("(?s).*undefined symbol: _?forgotten.*")
                .hasMessageNotContaining("thing_open");
    }

    private SmallModule module(String folder, Platform... platforms) throws Exception {
        return SmallModule.of(base.resolve(folder), platforms)
                .with(CompilerSettings.none().withSystemLibrary("the-thing.so.3"))
                .file("ffi/org/example/Thing.cdef", CDEF)
                .file("ffi/org/example/Thing.c", HEADERS);
    }

    private static LibraryFacts facts(BuiltLibrary library) throws Exception {
        return LibraryReader.read(Files.readAllBytes(library.library().file())).get(0);
    }

    private static List<String> imports(PeFacts pe) {
        return pe.common().imports().stream()
                .filter(symbol -> symbol.library().equals("the-thing.so.3"))
                .map(ImportedSymbol::name)
                .toList();
    }

    private String javaTexts() throws IOException {
        try (Stream<Path> files = Files.walk(base)) {
            StringBuilder texts = new StringBuilder();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                texts.append(Files.readString(file));
            }
            return texts.toString();
        }
    }
}
