package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.verify.PreambleException;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Windows and macOS call their headers, libraries and frameworks (fault 28). */
@Tag("thorough")
class ForeignNamesTest {
    @TempDir
    private Path base;

    @Test
    void windowsHeadersAndLibrariesAreFoundInAnyCase() throws Exception {
        assertThat(SmallModule.of(base, Platform.WINDOWS_X86_64, Platform.WINDOWS_AARCH_64)
                        .with(new CompilerSettings(
                                List.of(), List.of(), List.of(), List.of("-lIPHLPAPI"), List.of("Ws2_32", "User32")))
                        .file("c/net.c", """
                                #include <WinSock2.h>
                                #include <WS2tcpip.h>
                                #include <Windows.h>
                                #include <IpHlpApi.h>
                                #include "ShlObj.h"
                                int net(void) {
                                    ULONG size = 0;
                                    GetAdaptersInfo(0, &size);
                                    return (int)htons(7) + (int)GetSystemMetrics(0);
                                }
                                """)
                        .file("ffi/T.c", "#include <Windows.h>\nint net(void);")
                        .file("ffi/T.cdef", "int net(void); unsigned long GetLastError(void);")
                        .build())
                .hasSize(2);
    }

    @Test
    void aFrameworkOfMacOsIsToldToBeInApplesSdk() throws Exception {
        SmallModule module = SmallModule.of(base, Platform.LINUX_X86_64, Platform.OSX_AARCH_64)
                .file("ffi/T.c", """
                        #ifdef __APPLE__
                        #include <CoreFoundation/CoreFoundation.h>
                        #endif
                        static int one(void) { return 1; }
                        """)
                .file("ffi/T.cdef", "int one(void);");
        assertThatThrownBy(module::build)
                .isInstanceOf(PreambleException.class)
                .hasMessageContaining("'CoreFoundation/CoreFoundation.h' file not found\n   on: osx-aarch_64\n")
                .hasMessageContaining("fix: frameworks are part of Apple's SDK");

        module.file("ffi/T.c", "static int one(void) { return 1; }");
        assertThatThrownBy(() -> module.with(new CompilerSettings(
                                List.of(), List.of(), List.of(), List.of("-framework", "CoreFoundation"), List.of()))
                        .build())
                .hasMessageContaining("unable to find framework 'CoreFoundation'")
                .hasMessageContaining("fix: frameworks are part of Apple's SDK");
    }

    /** What the message advises, with a framework as an SDK has it. */
    @Test
    void aFrameworkIsFoundInAFolderThatIsNamed() throws Exception {
        String flag = "-F" + base.resolve("sdk");
        assertThat(SmallModule.of(base, Platform.OSX_AARCH_64, Platform.OSX_X86_64)
                        .with(new CompilerSettings(
                                List.of(), List.of(), List.of(flag), List.of(flag, "-framework", "Geo"), List.of()))
                        .file("sdk/Geo.framework/Headers/Geo.h", "int geo(void);")
                        .file("sdk/Geo.framework/Geo.tbd", """
                                --- !tapi-tbd
                                tbd-version:     4
                                targets:         [ x86_64-macos, arm64-macos ]
                                install-name:    '/System/Library/Frameworks/Geo.framework/Versions/A/Geo'
                                exports:
                                  - targets:     [ x86_64-macos, arm64-macos ]
                                    symbols:     [ _geo ]
                                ...
                                """)
                        .file("ffi/T.c", "#include <Geo/Geo.h>")
                        .file("ffi/T.cdef", "int geo(void);")
                        .build())
                .hasSize(2);
    }
}
