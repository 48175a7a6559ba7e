package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Headers of macOS' frameworks, {@code <CoreFoundation/CoreFoundation.h>}: they are in Apple's SDK, and zig has none. */
public final class AppleFramework {
    private static final Pattern MISSING = Pattern.compile("'[A-Z]\\w*/\\w+\\.h' file not found");

    private AppleFramework() {}

    /** Returns the fix for a framework's header that is missing only on macOS; empty if none is. */
    public static Optional<String> fix(List<ClangMessage> errors, Set<Platform> platforms) {
        boolean macos = platforms.stream().allMatch(platform -> platform.os() == OperatingSystem.OSX);
        return macos
                        && errors.stream()
                                .anyMatch(error -> MISSING.matcher(error.text()).matches())
                ? Optional.of("frameworks are part of Apple's SDK, which zig may not bring along. Declare what you call"
                        + " yourself and look it up when running, by dlopen and dlsym; or, with an SDK on the machines that"
                        + " build, name its folder in a <platformSetting> for osx-*:"
                        + " -F<sdk>/System/Library/Frameworks in <compilerFlags> and <linkerFlags>")
                : Optional.empty();
    }
}
