package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cffi4j.cdef.CdefException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform's compiler is asked for what the cdef says of that platform, and for nothing else. */
class PlatformClaimsTest {
    @TempDir
    Path base;

    @Test
    void eachBranchIsCheckedWhereItCounts() throws Exception {
        String cdef = """
                #ifdef _WIN32
                int beep(const char *hertz);
                #define LIMIT 3
                #else
                int forks(int n);
                #define LIMIT 4
                #endif
                struct s {
                #ifdef __APPLE__
                    double mac;
                #endif
                    int all;
                };
                """;
        Files.writeString(base.resolve("Claims.cdef"), cdef);
        Files.writeString(base.resolve("Claims.c"), """
                #ifdef _WIN32
                int beep(int hertz);
                #else
                int forks(int n);
                #endif
                #define LIMIT 4
                struct s {
                #ifdef __APPLE__
                    double mac;
                #elif !defined(_WIN32)
                    int more;
                #endif
                    int all;
                };
                """);

        CdefException refuted =
                catchThrowableOfType(CdefException.class, () -> new BindingGenerator(project()).generate());

        assertThat(refuted.getMessage()).isEqualTo("""
                Claims.cdef:2:10: parameter 'hertz' of 'beep' is 'int' in the headers, 'const char *' here
                    2 | int beep(const char *hertz);
                      |          ^~~~~~~~~~~~~~~~~
                  on: windows-x86_64 windows-aarch_64 · declared in Claims.c:2 as int beep(int hertz)
                  fix: declare it as 'int'
                Claims.cdef:3:9: 'LIMIT' is 4 in the headers, 3 here
                    3 | #define LIMIT 3
                      |         ^~~~~
                  on: windows-x86_64 windows-aarch_64
                  fix: write '4', or '...' to let the compiler tell
                Claims.cdef:12:9: field 'all' of 'struct s' is at offset 4 in the headers, 0 here
                   12 |     int all;
                      |         ^~~
                  on: linux-x86_64 linux-aarch_64 linux-x86_64-musl linux-aarch_64-musl
                  fix: declare every field, in the order of the headers, or add '...;' as the last field""");
    }

    private FfiProject project() {
        return TestModule.of("claims", base, base);
    }
}
