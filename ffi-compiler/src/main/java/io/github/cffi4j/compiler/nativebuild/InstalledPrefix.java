package io.github.cffi4j.compiler.nativebuild;

import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.ZigArguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that a native build installed for one platform.
 *
 * @param build the build
 * @param folder the prefix: it has {@code include} and {@code lib}
 * @param key the text that tells it from what other sources, options or toolchains give
 */
public record InstalledPrefix(NativeBuild build, Path folder, String key) {
    /** The folder for what is known of the build itself. */
    static final String OWN = ".cffi4j";

    /** Returns the file that a prefix has as soon as it is whole. */
    static Path key(Path prefix) {
        return prefix.resolve(OWN).resolve("key");
    }

    /** Returns the static libraries to link. */
    List<Path> libraries() throws IOException {
        List<Path> all = staticLibraries(folder);
        if (build.libraries().isEmpty()) {
            return all;
        }
        List<Path> chosen = new ArrayList<>();
        for (String name : build.libraries()) {
            chosen.add(all.stream()
                    .filter(file -> plainName(file).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new NativeBuildException("<nativeBuild> " + build.name()
                            + ": it installs no static library '" + name + "'"
                            + "\n  it installs: "
                            + all.stream().map(InstalledPrefix::plainName).toList()
                            + "\n  fix: correct <libraries>")));
        }
        return chosen;
    }

    /** Returns the settings with which C finds the headers, and a link the static libraries. */
    CompilerSettings settings() throws IOException {
        return CompilerSettings.none()
                .including(includes())
                // What __FILE__ and assert() say in a header.
                .compiling(List.of(ZigArguments.prefixMap(folder, build.name())))
                .linking(libraries().stream().map(Path::toString).toList());
    }

    /** The folder of headers, and those in it that a pkg-config file of the library names: {@code include/freetype2}. */
    private List<Path> includes() throws IOException {
        List<Path> folders = new ArrayList<>(List.of(folder.resolve("include")));
        for (String packages : List.of("lib/pkgconfig", "lib64/pkgconfig", "share/pkgconfig")) {
            if (Files.isDirectory(folder.resolve(packages))) {
                try (Stream<Path> files = Files.list(folder.resolve(packages))) {
                    for (Path file : files.filter(name -> name.toString().endsWith(".pc"))
                            .sorted()
                            .toList()) {
                        folders.addAll(PackageFile.read(file).includes());
                    }
                }
            }
        }
        return folders.stream()
                .filter(path -> path.startsWith(folder) && Files.isDirectory(path))
                .distinct()
                .toList();
    }

    static List<Path> staticLibraries(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String lib : List.of("lib", "lib64")) {
            if (Files.isDirectory(folder.resolve(lib))) {
                try (Stream<Path> files = Files.walk(folder.resolve(lib))) {
                    files.filter(InstalledPrefix::isStaticLibrary).sorted().forEach(found::add);
                }
            }
        }
        return found;
    }

    static boolean isStaticLibrary(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(".a") && !name.endsWith(".dll.a") || name.endsWith(".lib")) && Files.isRegularFile(file);
    }

    private static String plainName(Path library) {
        return library.getFileName().toString().replaceFirst("^lib", "").replaceFirst("\\.(a|lib)$", "");
    }
}
