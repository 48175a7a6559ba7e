package io.github.cffi4j.compiler.toolchain;

import io.github.cffi4j.compiler.compile.CrossParts;
import io.github.cffi4j.compiler.compile.LinkPolicy;
import io.github.cffi4j.compiler.compile.Toolchain;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.fetch.SharedDirectory;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes toolchains for other build systems, which call the same zig as the plugin. */
public final class ToolchainWriter {
    private static final List<String> ZIG_TOOLS = List.of("ar", "ranlib", "objcopy", "dlltool", "lib");

    private static final int KEY_DIGITS = 16;

    private final UnitCompiler compiler;

    public ToolchainWriter(UnitCompiler compiler) {
        this.compiler = compiler;
    }

    /** Returns the folder in which toolchains and what is built with them are kept, among what the user's builds share. */
    public static Path home(Toolchain toolchain) {
        return toolchain.cache().root().resolve("native");
    }

    /** Writes a toolchain into the user's cache, if it is not there yet. */
    public CrossToolchain cached(Platform platform) throws IOException, InterruptedException {
        Path home = home(compiler.toolchain()).resolve("toolchains");
        // The files name their own folder, and parts that other builds make; what tells toolchains apart is the rest.
        Map<String, String> values =
                values(platform, Path.of("toolchain"), new CrossParts(Optional.empty(), List.of()));
        String content = UnitCompiler.crossPartsFormat()
                + String.join("\n", files(values).values());
        Path folder = home.resolve(platform.classifier() + "-"
                + Sha256.of(content.getBytes(StandardCharsets.UTF_8)).hex().substring(0, KEY_DIGITS));
        new SharedDirectory(folder).obtain(compiler.toolchain().progress(), empty -> write(platform, folder, empty));
        return new CrossToolchain(platform, folder);
    }

    /** Writes a toolchain into a folder of the user's. Files of the same names are replaced. */
    public CrossToolchain writeTo(Platform platform, Path folder) throws IOException, InterruptedException {
        Path absolute = folder.toAbsolutePath().normalize();
        write(platform, absolute, Files.createDirectories(absolute));
        return new CrossToolchain(platform, absolute);
    }

    private void write(Platform platform, Path folder, Path into) throws IOException, InterruptedException {
        Files.createDirectories(into.resolve("bin"));
        Files.createDirectories(into.resolve("empty"));
        refuseApostrophe(folder);
        Map<String, String> values = values(platform, folder, compiler.crossParts(platform));
        for (Map.Entry<String, String> file : files(values).entrySet()) {
            Path written = Files.writeString(into.resolve(file.getKey()), file.getValue());
            if (file.getKey().startsWith("bin/") && !written.toFile().setExecutable(true)) {
                throw new IOException("cannot make a program of " + written);
            }
        }
    }

    /** The files of a toolchain: their paths below its folder, and their text. */
    private static Map<String, String> files(Map<String, String> values) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String own : List.of("compiler.sh", "zig.sh", "toolchain.cmake", "meson.cross", "toolchain.sh")) {
            files.put(own, filled(own, values));
        }
        files.put("config.site", filled("config.site", values));
        for (String tool : List.of("windres", "pkg-config", "nm", "strip")) {
            files.put("bin/" + tool, filled(tool + ".sh", values));
        }
        for (String tool : ZIG_TOOLS) {
            values.put("TOOL", tool);
            files.put("bin/" + tool, filled("tool.sh", values));
        }
        for (Map.Entry<String, String> driver : Map.of("cc", "C", "c++", "C++").entrySet()) {
            values.put("DRIVER", driver.getKey());
            values.put("LANGUAGE", driver.getValue());
            files.put("bin/" + driver.getKey(), filled("driver.sh", values));
        }
        return files;
    }

    private Map<String, String> values(Platform platform, Path folder, CrossParts parts) {
        Toolchain toolchain = compiler.toolchain();
        Map<String, String> values = new TreeMap<>();
        values.put("CLASSIFIER", platform.classifier());
        values.put("ZIG", quoted(toolchain.zig().executable().toString()));
        values.put("LIB", quoted(toolchain.zig().libDirectory().toString()));
        // Not that of the plugin's own links, which is emptied if anything in it is damaged.
        values.put(
                "CACHE",
                quoted(home(toolchain)
                        .resolve("zig-cache-" + toolchain.zig().version())
                        .toString()));
        values.put("TARGET", platform.zigTarget());
        values.put("OS", platform.os().name().toLowerCase(Locale.ROOT));
        values.put("LINK", toolchain.options().linking() == LinkPolicy.FULL ? "full" : "auto");
        values.put("RUNTIME", quoted(parts.runtime().map(Path::toString).orElse("")));
        values.put(
                "HEADERS",
                quoted(parts.headerFlags().stream().map(ToolchainWriter::quoted).collect(Collectors.joining(" "))));
        values.put("FOLDER", quoted(folder.toString()));
        values.put("MESON_BIN", "'" + folder.resolve("bin").toString().replace("\\", "\\\\") + "'");
        values.put("ARCH", Spellings.zigArch(platform));
        values.put("TRIPLE", Spellings.triple(platform));
        values.put("CMAKE_SYSTEM", Spellings.cmakeSystem(platform));
        values.put("CMAKE_PROCESSOR", Spellings.cmakeProcessor(platform));
        values.put("MESON_SYSTEM", Spellings.mesonSystem(platform));
        values.put("MESON_FAMILY", Spellings.mesonFamily(platform));
        values.put("ENDIAN", platform.arch().bigEndian() ? "big" : "little");
        values.put("SITE", site(platform));
        return values;
    }

    /** Returns what libtool would ask this machine's linker, or the name of zig's: whether it takes the options of GNU's. */
    private static String site(Platform platform) {
        return switch (platform.os()) {
            case OSX ->
                "lt_cv_prog_gnu_ld=${lt_cv_prog_gnu_ld=no}\nlt_cv_apple_cc_single_mod=${lt_cv_apple_cc_single_mod=yes}";
            // Otherwise libtool looks for Microsoft's lib.exe on Windows.
            case WINDOWS, LINUX, FREEBSD -> "lt_cv_prog_gnu_ld=${lt_cv_prog_gnu_ld=yes}";
        };
    }

    private static void refuseApostrophe(Path folder) {
        if (folder.toString().indexOf('\'') >= 0) {
            throw new WrongSettingException(
                    "the folder " + folder + " has a ' in its name, which makefiles and configure"
                            + " scripts cannot have; fix: choose another one for the toolchain");
        }
    }

    /** As one word of a shell. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String filled(String resource, Map<String, String> values) throws IOException {
        String text;
        try (InputStream in = ToolchainWriter.class.getResourceAsStream(resource)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        return text;
    }
}
