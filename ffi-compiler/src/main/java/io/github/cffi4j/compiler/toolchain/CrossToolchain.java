package io.github.cffi4j.compiler.toolchain;

import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A toolchain that build systems can use: a folder with programs named as theirs, and files that name these.
 *
 * @param platform the platform that it compiles for
 * @param folder an absolute path
 */
public record CrossToolchain(Platform platform, Path folder) {

    /** Returns the file for {@code cmake -DCMAKE_TOOLCHAIN_FILE}. */
    public Path cmakeFile() {
        return folder.resolve("toolchain.cmake");
    }

    /** Returns the file for {@code meson setup --cross-file}. */
    public Path mesonFile() {
        return folder.resolve("meson.cross");
    }

    /** Returns the file that a shell reads before {@code configure} or {@code make}. */
    public Path shellFile() {
        return folder.resolve("toolchain.sh");
    }

    /** Returns the platform as {@code configure --host} names it. */
    public String triple() {
        return Spellings.triple(platform);
    }

    /** Returns the variables of {@link #shellFile}, for programs that no shell starts. */
    public Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        for (String tool : List.of("cc", "ar", "ranlib", "strip", "objcopy", "dlltool", "windres", "nm")) {
            variables.put(tool.toUpperCase(Locale.ROOT), tool(tool));
        }
        variables.put("CXX", tool("c++"));
        variables.put("CPP", tool("cc") + " -E");
        variables.put("RC", tool("windres"));
        variables.put("LD", tool("cc"));
        variables.put("PKG_CONFIG", tool("pkg-config"));
        variables.put("HOST", triple());
        variables.put("CONFIG_SITE", folder.resolve("config.site").toString());
        return variables;
    }

    private String tool(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }
}
