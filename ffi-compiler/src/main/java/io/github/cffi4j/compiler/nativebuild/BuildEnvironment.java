package io.github.cffi4j.compiler.nativebuild;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The environment of a native build: the compilers, what earlier builds installed, and nothing that this machine says about C. */
final class BuildEnvironment {
    /** Whoever set them meant other builds. Empty is as good as not set for all of them. */
    private static final String[] EMPTY = {
        "CPATH",
        "C_INCLUDE_PATH",
        "CPLUS_INCLUDE_PATH",
        "OBJC_INCLUDE_PATH",
        "LIBRARY_PATH",
        "LD_LIBRARY_PATH",
        "LIBS",
        "PKG_CONFIG_PATH",
        "PKG_CONFIG_SYSROOT_DIR",
        "CMAKE_PREFIX_PATH",
        "CMAKE_INCLUDE_PATH",
        "CMAKE_LIBRARY_PATH",
        "CMAKE_TOOLCHAIN_FILE",
        "CMAKE_BUILD_TYPE",
        "CMAKE_C_COMPILER_LAUNCHER",
        "CMAKE_CXX_COMPILER_LAUNCHER",
        "ACLOCAL_PATH",
        "MAKEFLAGS",
        "MFLAGS",
        "GNUMAKEFLAGS",
        "MAKEFILES",
        "DESTDIR"
    };

    private BuildEnvironment() {}

    static Map<String, String> of(BuildPlace place, BuildRecipe recipe, Path zigCache) {
        Map<String, String> variables = new TreeMap<>();
        for (String name : EMPTY) {
            variables.put(name, "");
        }
        variables.put("NINJA_STATUS", "[%f/%t] ");
        variables.putAll(place.toolchain().variables());
        boolean ownFlags = !(recipe instanceof CmakeRecipe || recipe instanceof MesonRecipe);
        // Configure scripts would set -g, and makefiles nothing at all.
        variables.put("CFLAGS", ownFlags ? "-O2" : "");
        variables.put("CXXFLAGS", ownFlags ? "-O2" : "");
        variables.put("CPPFLAGS", ownFlags ? below(place, "-I", " ", "include") : "");
        variables.put("LDFLAGS", ownFlags ? below(place, "-L", " ", "lib") : "");
        String packages = below(place, "", ":", "lib/pkgconfig", "lib64/pkgconfig", "share/pkgconfig");
        variables.put(
                "PKG_CONFIG_LIBDIR",
                packages.isEmpty() ? place.toolchain().folder().resolve("empty").toString() : packages);
        variables.put("CFFI4J_PREFIXES", below(place, "", ":", ""));
        variables.put("CFFI4J_BUILD", place.build().toString());
        variables.put("CFFI4J_SOURCE", place.source().toString());
        variables.put("CFFI4J_ZIG_CACHE", zigCache.toString());
        variables.put("CFFI4J_LINK", "");
        // What would make two builds differ.
        variables.put("SOURCE_DATE_EPOCH", "0");
        variables.put("ZERO_AR_DATE", "1");
        variables.put("TZ", "UTC");
        variables.put("LC_ALL", "C");
        return variables;
    }

    private static String below(BuildPlace place, String flag, String separator, String... folders) {
        return place.prefixes().stream()
                .map(InstalledPrefix::folder)
                .flatMap(prefix -> Stream.of(folders).map(prefix::resolve))
                .filter(Files::isDirectory)
                .map(folder -> flag + folder)
                .collect(Collectors.joining(separator));
    }
}
