package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.fetch.SharedDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of Windows' headers and libraries in any case: {@code <Windows.h>} and {@code Ws2_32} are {@code windows.h} and {@code
 * ws2_32} in zig's folder, and most people's file systems tell upper from lower case.
 */
final class WindowsNames {
    /** Counts up with the form of the overlay. */
    static final String FORMAT = "windows-headers-1";

    private static final String OVERLAY = "overlay.yaml";
    private static final List<String> LIBRARY_FOLDERS = List.of("lib-common", "lib64", "lib32", "libarm32");

    private final Toolchain toolchain;

    WindowsNames(Toolchain toolchain) {
        this.toolchain = toolchain;
    }

    /** The flags with which clang finds the headers; none if the file system finds them. */
    List<String> headerFlags() throws IOException, InterruptedException {
        Path headers = toolchain.zig().libDirectory().resolve("libc/include/any-windows-any");
        if (!Files.isDirectory(headers) || Files.exists(headers.resolve("WINDOWS.H"))) {
            return List.of();
        }
        String place = Sha256.of(headers.toString().getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, 16);
        String name = FORMAT + "-" + toolchain.zig().version() + "-" + place;
        Path folder = new SharedDirectory(toolchain.runtimes().resolve(name))
                .obtain(toolchain.progress(), empty -> Files.writeString(empty.resolve(OVERLAY), overlay(headers)));
        // One argument: ccache refuses the option by itself, and sccache takes what follows it for a source.
        return List.of("-ivfsoverlay" + folder.resolve(OVERLAY));
    }

    /** A file system laid over the real one, of the same files, that takes upper for lower case. */
    private static String overlay(Path headers) throws IOException {
        return "{\"version\":0,\"case-sensitive\":\"false\",\"roots\":[" + folder(headers.toString(), headers) + "]}\n";
    }

    private static String folder(String name, Path folder) throws IOException {
        List<Path> entries;
        try (Stream<Path> files = Files.list(folder)) {
            entries = files.sorted().toList();
        }
        return entries.stream()
                .map(WindowsNames::entry)
                .collect(Collectors.joining(
                        ",\n", "{\"type\":\"directory\",\"name\":" + text(name) + ",\"contents\":[\n", "]}"));
    }

    private static String entry(Path file) {
        String name = file.getFileName().toString();
        try {
            return Files.isDirectory(file)
                    ? folder(name, file)
                    : "{\"type\":\"file\",\"name\":" + text(name) + ",\"external-contents\":" + text(file.toString())
                            + "}";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The settings with the names of Windows' own libraries as zig has them. */
    CompilerSettings libraries(CompilerSettings settings) throws IOException {
        if (settings.libraries().stream().allMatch(WindowsNames::isLowerCase)
                && settings.linkerFlags().stream().allMatch(WindowsNames::isLowerCase)) {
            return settings;
        }
        Set<String> known = known();
        return new CompilerSettings(
                settings.includes(),
                settings.defines(),
                settings.compilerFlags(),
                settings.linkerFlags().stream()
                        .map(flag -> flag.startsWith("-l") ? "-l" + known(flag.substring(2), known) : flag)
                        .toList(),
                settings.libraries().stream().map(name -> known(name, known)).toList(),
                settings.sourceFlags(),
                settings.exports(),
                settings.systemLibrary());
    }

    private static String known(String name, Set<String> known) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !known.contains(name) && known.contains(lower) ? lower : name;
    }

    private static boolean isLowerCase(String name) {
        return name.equals(name.toLowerCase(Locale.ROOT));
    }

    private Set<String> known() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String folder : LIBRARY_FOLDERS) {
            Path path = toolchain.zig().libDirectory().resolve("libc/mingw").resolve(folder);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    files.map(file -> file.getFileName().toString().replaceFirst("\\.def(\\.in)?$", ""))
                            .forEach(names::add);
                }
            }
        }
        return names;
    }
}
