package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The arguments of {@code zig cc}, as a function of platform and settings. The reasons are in docs/decisions. */
public final class ZigArguments {
    private ZigArguments() {}

    /**
     * Compiles one source to an object file and lists the files it read.
     *
     * @param base the folder that must not show in the object file
     * @param level the flags for optimisation and debug information
     */
    static List<String> compile(
            Platform platform,
            List<String> level,
            CompilerSettings settings,
            Path base,
            Path source,
            Path object,
            Path dependencies) {
        SourceLanguage language = SourceLanguage.of(source).orElse(SourceLanguage.C);
        List<String> arguments = new ArrayList<>(List.of(language.driver(), "-target", platform.zigTarget(), "-c"));
        // zig adds the undefined-behaviour sanitizer and debug information unless told not to.
        arguments.addAll(level);
        arguments.addAll(List.of("-fno-sanitize=undefined", "-fvisibility=hidden"));
        arguments.addAll(List.of("-ffunction-sections", "-fdata-sections"));
        arguments.addAll(
                switch (platform.os()) {
                    case LINUX, OSX, FREEBSD -> List.of("-fPIC");
                    // Else the object says where it was written, which is a folder of another name each time. One word,
                    // for
                    // sccache takes the second of two for an output.
                    case WINDOWS -> List.of("-Xclang=-object-file-name=object.o");
                });
        arguments.add(prefixMap(base, "."));
        settings.includes().forEach(include -> arguments.add("-I" + include));
        settings.defines().forEach(define -> arguments.add("-D" + define));
        arguments.addAll(settings.compilerFlags());
        // Behind the author's, because what the compiler prints is read.
        arguments.addAll(List.of(
                "-ferror-limit=0",
                "-fno-color-diagnostics",
                "-fdiagnostics-format=clang",
                "-fcaret-diagnostics",
                "-fshow-column"));
        if (language == SourceLanguage.ASSEMBLY) {
            // A .s file is not preprocessed: most of the flags above are none of its business, and each would be a
            // warning.
            arguments.add("-Wno-unused-command-line-argument");
        }
        arguments.addAll(List.of("-MD", "-MF", dependencies.toString(), "-o", object.toString(), source.toString()));
        return List.copyOf(arguments);
    }

    /**
     * The flag that shows a folder by another name. clang ends the folder at its first {@code =}, so of one that has it the
     * part before is replaced.
     */
    public static String prefixMap(Path folder, String name) {
        return "-ffile-prefix-map=" + folder.toString().split("=", 2)[0] + "=" + name;
    }

    /**
     * Links object files to a library.
     *
     * @param language C++ if any of the sources was; its library comes with a full link
     * @param runtime the archive that stands in for mingw-w64's run time in a lean link; for Windows only
     * @param symbols what is kept for debuggers
     */
    static List<String> link(
            Platform platform,
            LinkMode mode,
            SourceLanguage language,
            CompilerSettings settings,
            List<Path> objects,
            List<Path> runtime,
            LinkSymbols symbols,
            Path library) {
        List<String> arguments = new ArrayList<>(
                List.of(mode == LinkMode.FULL ? language.driver() : "cc", "-target", platform.zigTarget(), "-shared"));
        if (symbols.stripped()) {
            arguments.add("-s");
        }
        if (mode == LinkMode.LEAN) {
            arguments.add("-nostdlib");
        }
        String name = library.getFileName().toString();
        arguments.addAll(
                switch (platform.os()) {
                    case LINUX, FREEBSD ->
                        List.of(
                                "-Wl,-z,defs",
                                "-Wl,-z,relro,-z,now",
                                "-Wl,--gc-sections",
                                "-Wl,--build-id="
                                        + symbols.buildId().map(id -> "0x" + id).orElse("none"),
                                // The words about zig's own run time go into the bill of materials.
                                "-Wl,--print-map",
                                "-Wl,-soname," + symbols.soname().orElse(name));
                    case OSX -> List.of("-Wl,-install_name,@rpath/" + name);
                    case WINDOWS -> List.of("-Wl,--gc-sections");
                });
        arguments.addAll(List.of("-o", library.toString()));
        objects.forEach(object -> arguments.add(object.toString()));
        symbols.link().ifPresent(link -> arguments.add(link.toString()));
        settings.libraries().forEach(needed -> arguments.add("-l" + needed));
        arguments.addAll(settings.linkerFlags());
        if (mode == LinkMode.LEAN) {
            arguments.addAll(
                    switch (platform.os()) {
                        case LINUX, FREEBSD -> List.of("-lc", "-lm", "-lpthread");
                        case OSX -> List.of("-lc");
                        case WINDOWS -> List.of("-Wl,-e,DllMainCRTStartup");
                    });
            runtime.forEach(archive -> arguments.add(archive.toString()));
            if (!runtime.isEmpty()) {
                arguments.addAll(List.of("-lkernel32", "-lucrtbase"));
            }
        }
        return List.copyOf(arguments);
    }

    /** Compiles one C file and links it lean, in one run: not for Windows. */
    static List<String> direct(Platform platform, CompilerSettings settings, Path source, Path library) {
        List<String> arguments = new ArrayList<>(List.of("cc", "-target", platform.zigTarget(), "-shared", "-s"));
        arguments.addAll(DebugInfo.NONE.compilerFlags(platform));
        arguments.addAll(List.of("-fno-sanitize=undefined", "-fvisibility=hidden", "-fPIC", "-nostdlib"));
        settings.includes().forEach(include -> arguments.add("-I" + include));
        settings.defines().forEach(define -> arguments.add("-D" + define));
        arguments.addAll(settings.compilerFlags());
        String name = library.getFileName().toString();
        arguments.addAll(
                platform.os() == OperatingSystem.OSX
                        ? List.of("-Wl,-install_name,@rpath/" + name)
                        : List.of(
                                // Data that nothing refers to says how wide bitfields are.
                                "-Wl,--no-gc-sections", "-Wl,-z,defs", "-Wl,-z,relro,-z,now", "-Wl,-soname," + name));
        arguments.addAll(List.of("-o", library.toString(), source.toString()));
        settings.libraries().forEach(needed -> arguments.add("-l" + needed));
        arguments.addAll(settings.linkerFlags());
        arguments.addAll(platform.os() == OperatingSystem.OSX ? List.of("-lc") : List.of("-lc", "-lm", "-lpthread"));
        return List.copyOf(arguments);
    }
}
