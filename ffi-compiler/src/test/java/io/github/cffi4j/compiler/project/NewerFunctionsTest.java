package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.compiler.compile.LinkException;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cdefs that declare what a later version of glibc has than the libraries are for (fault 28). */
@Tag("thorough")
class NewerFunctionsTest {
    @TempDir
    private Path base;

    /** zig keeps some from headers for older versions: then the claim fails, and including more would not help. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int close_range(unsigned a, unsigned b, int c);             | close_range  | unistd.h     | 2.34
            size_t strlcpy(char *a, const char *b, size_t c);           | strlcpy      | string.h     | 2.38
            ssize_t getrandom(void *a, size_t b, unsigned c);           | getrandom    | sys/random.h | 2.25
            int memfd_create(const char *a, unsigned b);                | memfd_create | sys/mman.h   | 2.27
            """)
    void missingFromHeaders(String declaration, String name, String header, String version) throws Exception {
        SmallModule module = SmallModule.of(base, Platform.LINUX_X86_64)
                .file("ffi/T.c", "#define _GNU_SOURCE\n#include <unistd.h>\n#include <" + header + ">")
                .file("ffi/T.cdef", declaration);
        assertThatThrownBy(module::build)
                .message()
                .contains("fix: glibc has '" + name + "' since " + version + ", and the library is for glibc 2.17")
                .doesNotContain("include its header");
    }

    /** The author declared it: the claim holds, and the link fails. A full link has no more of it, and is not tried. */
    @Test
    void missingFromLibrary() throws Exception {
        SmallModule module = SmallModule.of(base, Platform.LINUX_X86_64)
                .file("ffi/T.c", "int memfd_create(const char *name, unsigned flags);")
                .file("ffi/T.cdef", "int memfd_create(const char *name, unsigned flags);");
        assertThatThrownBy(module::build)
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("undefined symbol: memfd_create")
                .hasMessageContaining("fix: glibc has 'memfd_create' since 2.27, and the library is for glibc 2.17");
    }

    @Test
    void otherPlatformsHaveIt() throws Exception {
        SmallModule module = SmallModule.of(
                        base, Platform.LINUX_X86_64, Platform.LINUX_X86_64_MUSL, Platform.OSX_AARCH_64)
                .file("ffi/T.c", "#define _GNU_SOURCE\n#include <string.h>")
                .file("ffi/T.cdef", "size_t strlcpy(char *to, const char *from, size_t size);");
        assertThatThrownBy(module::build)
                .isInstanceOf(CdefException.class)
                .hasMessageContaining("on: linux-x86_64\n")
                .hasMessageContaining("do without it, or declare it inside '#if' for the platforms that have it");

        module.file("ffi/T.cdef", """
                #ifdef __APPLE__
                size_t strlcpy(char *to, const char *from, size_t size);
                #endif
                """);
        assertThat(module.build()).hasSize(3);
    }
}
