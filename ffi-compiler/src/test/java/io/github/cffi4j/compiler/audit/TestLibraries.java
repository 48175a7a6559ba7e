package io.github.cffi4j.compiler.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.project.TestZig;
import io.github.cffi4j.compiler.zig.Zig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Small libraries of any platform, good and bad, made by the real zig in a tenth of a second each.
 *
 * @param folder for the files
 */
public record TestLibraries(Path folder) {
    public static final String ELF = "x86_64-linux-gnu.2.17";
    public static final String MACH_O = "aarch64-macos.11.0";
    public static final String PE = "x86_64-windows-gnu";

    private static final String SOURCE = """
            #ifdef _WIN32
            #define EXPORT __declspec(dllexport)
            #else
            #define EXPORT __attribute__((visibility("default")))
            #endif
            EXPORT int Java_org_example_Ok_square(void *env, void *self, int x) { return x * x; }
            EXPORT const long long ffi_layout_org_example_Ok[] = {1, 0x1122334455667788LL, 0};
            """;

    /** A library with nothing wrong. */
    public byte[] good(String target) throws IOException, InterruptedException {
        return linked(target, SOURCE);
    }

    /** A library of a source, linked as the build links, with more arguments. */
    public byte[] linked(String target, String source, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-s", "-g0", "-fvisibility=hidden"));
        arguments.addAll(
                target.contains("windows") || target.contains("macos")
                        ? List.of()
                        : List.of("-Wl,-z,relro,-z,now", "-Wl,--build-id=none"));
        arguments.addAll(List.of(more));
        return compiled(target, source, arguments.toArray(String[]::new));
    }

    /** A library of the good source, with more arguments. */
    public byte[] good(String target, String... more) throws IOException, InterruptedException {
        return linked(target, SOURCE, more);
    }

    /** A library that keeps what a debugger wants, with more arguments. */
    public byte[] unstripped(String target, String... more) throws IOException, InterruptedException {
        return compiled(target, SOURCE, more);
    }

    /** A library linked by one of zig's linkers itself, which take flags that {@code zig cc} does not. */
    public byte[] linkedBy(String linker, String target, String source, String suffix, String... arguments)
            throws IOException, InterruptedException {
        Path text = Files.writeString(folder.resolve("source" + suffix), source);
        Path object = folder.resolve("object.o");
        zig(List.of("cc", "-target", target, "-c", "-O2", "-g0", text.toString(), "-o", object.toString()));
        List<String> line = new ArrayList<>(List.of(linker));
        line.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        line.addAll(linker.equals("lld-link") ? List.of("/out:" + output) : List.of("-o", output.toString()));
        line.add(object.toString());
        zig(line);
        return Files.readAllBytes(output);
    }

    /** The good source. */
    public static String source() {
        return SOURCE;
    }

    /** An archive that makes a name come from a DLL. */
    public Path importLibrary(String dll, String name) throws IOException, InterruptedException {
        Path definition =
                Files.writeString(folder.resolve("import.def"), "LIBRARY " + dll + "\nEXPORTS\n" + name + "\n");
        Path archive = folder.resolve("import.a");
        zig(List.of("dlltool", "-m", "i386:x86-64", "-d", definition.toString(), "-l", archive.toString()));
        return archive;
    }

    /** A static library of a source. */
    public byte[] archive(String target, String source) throws IOException, InterruptedException {
        Path text = Files.writeString(folder.resolve("source.c"), source);
        Path object = folder.resolve("object.o");
        Path archive = folder.resolve("archive.a");
        Files.deleteIfExists(archive);
        zig(List.of("cc", "-target", target, "-c", "-O2", "-g0", "-fPIC", text.toString(), "-o", object.toString()));
        zig(List.of("ar", "rcD", archive.toString(), object.toString()));
        return Files.readAllBytes(archive);
    }

    private byte[] compiled(String target, String source, String... more) throws IOException, InterruptedException {
        Path text = Files.writeString(folder.resolve("source.c"), source);
        Path library = folder.resolve("library");
        List<String> line = new ArrayList<>(
                List.of("cc", "-target", target, "-shared", "-nostdlib", "-O2", "-fno-sanitize=undefined"));
        if (target.contains("windows")) {
            line.add("-Wl,-e,Java_org_example_Ok_square");
        } else if (target.contains("macos")) {
            line.addAll(List.of("-Wl,-install_name,@rpath/library", "-lc"));
        } else {
            line.addAll(List.of("-fPIC", "-Wl,-soname,library", "-lc"));
        }
        line.addAll(List.of(more));
        line.addAll(List.of(text.toString(), "-o", library.toString()));
        zig(line);
        return Files.readAllBytes(library);
    }

    private static void zig(List<String> arguments) throws IOException, InterruptedException {
        Zig zig = TestZig.get();
        List<String> line = new ArrayList<>(List.of(zig.executable().toString()));
        line.addAll(arguments);
        String cache = Files.createDirectories(TestZig.CACHE.root().resolve("zig-cache"))
                .toString();
        ProcessResult result = ProcessRunner.system()
                .run(Command.of(line)
                        .with("ZIG_LIB_DIR", zig.libDirectory().toString())
                        .with("ZIG_GLOBAL_CACHE_DIR", cache)
                        .with("ZIG_LOCAL_CACHE_DIR", cache)
                        .with("SOURCE_DATE_EPOCH", "0"));
        assertThat(result.succeeded()).as(result.stderr()).isTrue();
    }
}
