package io.github.cffi4j.compiler.nativebuild;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The environment of a native build: the compilers, what earlier builds installed, and nothing that this machine says about C. */
final class BuildEnvironment {
    /**
     * The variables of this machine that a build sees: they say where programs and folders are. All others are kept from it, since
     * makefiles, CMake and compilers read hundreds of names, and what they say is no part of what tells prefixes apart.
     */
    private static final Set<String> INHERITED = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "TERM",
            "TMPDIR",
            "TMP",
            "TEMP",
            "XDG_CACHE_HOME",
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "JAVA_HOME",
            "DEVELOPER_DIR",
            "CARGO_HOME",
            "RUSTUP_HOME",
            "RUSTUP_TOOLCHAIN",
            "VIRTUAL_ENV",
            "PERL5LIB");

    /** More of them, by how their names begin: Python's, which run Meson, and those of ccache. */
    private static final List<String> INHERITED_FAMILIES = List.of("PYTHON", "PYENV_", "CCACHE_", "SCCACHE_");

    private BuildEnvironment() {}

    /** Returns true if a build sees a variable of this machine. */
    static boolean inherits(String variable) {
        return INHERITED.contains(variable)
                || INHERITED_FAMILIES.stream().anyMatch(variable::startsWith)
                || variable.toLowerCase(Locale.ROOT).endsWith("_proxy");
    }

    static Map<String, String> of(BuildPlace place, BuildRecipe recipe, Path zigCache) {
        Map<String, String> variables = new TreeMap<>();
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
