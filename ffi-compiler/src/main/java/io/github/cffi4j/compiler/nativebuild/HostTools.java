package io.github.cffi4j.compiler.nativebuild;

import io.github.cffi4j.compiler.process.SearchPath;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.util.Map;

/** The programs of build systems on this machine. */
record HostTools(SearchPath path) {
    private static final Map<String, String> ADVICE = Map.of(
            "cmake", "install CMake 3.20 or later: apt install cmake, brew install cmake, or pip install cmake",
            "meson", "install Meson: apt install meson, brew install meson, or pip install meson",
            "ninja", "install Ninja: apt install ninja-build, brew install ninja, or pip install ninja",
            "make", "install GNU make: apt install make, or Apple's command-line tools",
            "sh", "build on Linux or macOS, or in WSL");

    /**
     * Returns the program's path.
     *
     * @throws WrongSettingException if it is not on the PATH
     */
    String require(String program, String why) {
        return path.find(program)
                .map(file -> file.toAbsolutePath().toString())
                .orElseThrow(() -> new WrongSettingException("there is no " + program + " on the PATH, and " + why
                        + " needs it\n  fix: " + ADVICE.getOrDefault(program, "install it")));
    }

    boolean has(String program) {
        return path.find(program).isPresent();
    }
}
