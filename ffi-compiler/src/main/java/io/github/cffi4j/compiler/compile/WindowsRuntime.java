package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.fetch.SharedDirectory;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.platform.Architecture;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of mingw-w64 that a DLL needs, compiled from the sources inside zig's own folder: start-up, thread-local
 * storage, and what headers promise and ucrtbase does not export: the printf and scanf families, a few functions that are
 * inline elsewhere. Six files, one second, once per machine; the whole run time would take minutes.
 */
final class WindowsRuntime {
    /** Counts up with the content, so that an archive of before is not taken for this one. */
    static final String FORMAT = "windows-runtime-4";

    private static final String ARCHIVE = "libffiwindows.a";
    private static final String HASH = "libffiwindows.sha256";

    /** The functions that ws2tcpip.h promises and ws2_32 does not export. */
    private static final String SOCKETS =
            include("libsrc/ws2tcpip/gai_strerrorA.c") + include("libsrc/ws2tcpip/gai_strerrorW.c");

    private final ZigCompiler zig;
    private final Toolchain toolchain;

    WindowsRuntime(ZigCompiler zig, Toolchain toolchain) {
        this.zig = zig;
        this.toolchain = toolchain;
    }

    /** The archive for a Windows platform; safe when several builds ask at once. */
    Path archive(Platform platform) throws IOException, InterruptedException {
        String name = FORMAT + "-" + zig.zig().version() + "-" + platform.classifier();
        return new SharedDirectory(toolchain.runtimes().resolve(name))
                .obtain(toolchain.progress(), WindowsRuntime::isWhole, empty -> build(platform, empty))
                .resolve(ARCHIVE);
    }

    private static boolean isWhole(Path folder) {
        try {
            return Files.readString(folder.resolve(HASH))
                    .equals(Sha256.of(folder.resolve(ARCHIVE)).hex());
        } catch (IOException e) {
            return false;
        }
    }

    private void build(Platform platform, Path into) throws IOException, InterruptedException {
        Trace.Running time = toolchain.trace().start("lean run time", platform.classifier());
        Path mingw = zig.zig().libDirectory().resolve("libc").resolve("mingw");
        List<String> archive =
                new ArrayList<>(List.of("ar", "rcsD", into.resolve(ARCHIVE).toString()));
        archive.add(compile(platform, mingw, write(into, "startup.c", startup(platform.arch()))));
        archive.add(compile(platform, mingw, write(into, "stdio.c", stdio(mingw))));
        archive.add(compile(platform, mingw, write(into, "sockets.c", SOCKETS)));
        archive.add(compile(platform, mingw, write(into, "secure_zero.c", include("intrincs/RtlSecureZeroMemory.c"))));
        for (String own : List.of("float_math.c", "stack_probe.S")) {
            archive.add(compile(platform, mingw, write(into, own, resource(own))));
        }
        zig.run(archive).orThrow();
        Files.writeString(into.resolve(HASH), Sha256.of(into.resolve(ARCHIVE)).hex());
        time.done();
    }

    private String compile(Platform platform, Path mingw, Path source) throws IOException, InterruptedException {
        String object = source + ".o";
        zig.run(List.of(
                        "cc",
                        "-target",
                        platform.zigTarget(),
                        "-c",
                        "-std=gnu11",
                        "-O2",
                        "-g0",
                        "-w",
                        "-fno-sanitize=undefined",
                        "-ffunction-sections",
                        "-fdata-sections",
                        // The macros that mingw-w64's own makefiles define for a DLL's start-up on the universal C run
                        // time.
                        "-D__USE_MINGW_ANSI_STDIO=0",
                        "-D__MSVCRT_VERSION__=0x700",
                        "-D_CRTBLD",
                        "-D_SYSCRT=1",
                        "-D_WIN32_WINNT=0x0f00",
                        "-DCRTDLL=1",
                        "-DHAVE_CONFIG_H",
                        "-I" + mingw.resolve("include"),
                        "-I" + mingw,
                        // Otherwise the objects, and so a PDB, name a file of zig's in the user's cache.
                        "-Xclang=-object-file-name=" + source.getFileName() + ".o",
                        "-o",
                        object,
                        source.toString()))
                .orThrow();
        return object;
    }

    /** One file that includes all: windows.h is read once and not sixteen times. */
    private static String startup(Architecture arch) {
        List<String> sources = new ArrayList<>(List.of(
                "crt/crtdll.c",
                "crt/gccmain.c",
                "crt/natstart.c",
                "crt/pseudo-reloc.c",
                "crt/pseudo-reloc-list.c",
                "crt/tlssup.c",
                "crt/tlsthrd.c",
                "crt/tlsmthread.c",
                "crt/tlsmcrt.c",
                "crt/cinitexe.c",
                "crt/mingw_helpers.c",
                "misc/dllmain.c",
                "misc/ucrt_amsg_exit.c",
                "misc/_onexit.c",
                "crt/pesect.c"));
        if (arch == Architecture.X86_64) {
            sources.add("crt/CRT_fp10.c");
        }
        StringBuilder text = new StringBuilder();
        sources.forEach(source -> text.append(include(source)));
        return text.toString();
    }

    private static String stdio(Path mingw) throws IOException {
        List<Path> sources;
        try (var files = Files.list(mingw.resolve("stdio"))) {
            sources = files.filter(file -> file.getFileName().toString().startsWith("ucrt_"))
                    .sorted()
                    .toList();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sources.size(); i++) {
            // Two of them have a static variable of this name.
            text.append("#define options options_").append(i).append('\n');
            text.append(include("stdio/" + sources.get(i).getFileName())).append("#undef options\n");
        }
        return text.toString();
    }

    /** Below the folder of mingw-w64, which is on the include path: its own path may have characters that end a name. */
    private static String include(String source) {
        return "#include <" + source + ">\n";
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = WindowsRuntime.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
