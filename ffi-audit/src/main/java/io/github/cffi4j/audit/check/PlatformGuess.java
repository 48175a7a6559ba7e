package io.github.cffi4j.audit.check;

import io.github.cffi4j.platform.Libc;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a platform out of a path in a jar, as all the projects write theirs, the folder nearest to the file first. */
public final class PlatformGuess {
    private static final Pattern SYSTEM = Pattern.compile(
            "(?<![a-z])(linux|osx|macosx|macos|mac|darwin|windows|win32|win64|win|freebsd|openbsd|android|solaris|sunos|aix)(?![a-z])");
    private static final Pattern MUSL = Pattern.compile("(?<![a-z])(musl|alpine)(?![a-z])");
    private static final Pattern ANDROID = Pattern.compile("(?<![a-z])android(?![a-z])");

    private static final List<MachineName> MACHINES = List.of(
            name("x86[_-]?64|amd64|x64|(?<=(linux|osx|windows|win|mac)[_-]?)64", "x86_64"),
            name("aarch[_-]?64|arm[_-]?64(e|v8)?", "aarch_64"),
            name("x86[_-]32|i[3-6]86|x86(?![_-]?64)|ia32|(?<=(linux|windows|win)[_-]?)32", "x86_32"),
            name("ppc[_-]?64[_-]?le|ppcle[_-]64", "ppcle_64"),
            name("ppc[_-]?64(?![_-]?le)", "ppc_64"),
            name("s390x|s390[_-]64", "s390_64"),
            name("riscv[_-]?64", "riscv64"),
            name("loong(arch)?[_-]?64", "loongarch_64"),
            name("arm(v[5-7][a-z]*|hf|el|eabi|eabihf|[_-]32)?", "arm_32"));

    private record MachineName(Pattern pattern, String name) {}

    private PlatformGuess() {}

    /**
     * Returns the platform according to a path.
     *
     * @param path of an entry, with the jar's name in front: {@code geo-linux-x86_64.jar!/META-INF/lib/linux_64/libgeo.so}
     */
    public static ExpectedPlatform ofPath(String path) {
        String[] parts = path.split("[/!]+");
        for (int i = parts.length - 1; i >= 0; i--) {
            ExpectedPlatform guess = ofPart(parts, i);
            if (guess.machine().isPresent()) {
                return guess;
            }
        }
        return ExpectedPlatform.unknown();
    }

    /** A part that names a machine; system and C library may be in the folders above it. */
    private static ExpectedPlatform ofPart(String[] parts, int index) {
        String part = parts[index].toLowerCase(Locale.ROOT);
        Optional<Platform> own = Arrays.stream(Platform.values())
                .filter(platform -> platform.loaderDirectory().equals(part))
                .findFirst();
        if (own.isPresent()) {
            return new ExpectedPlatform(
                    "folder " + parts[index],
                    own.map(Platform::os),
                    own.map(platform -> platform.arch().classifier()),
                    own.map(Platform::libc));
        }
        Optional<String> machine = MACHINES.stream()
                .filter(name -> name.pattern().matcher(part).find())
                .map(MachineName::name)
                .findFirst();
        String above = index > 0 ? parts[index - 1].toLowerCase(Locale.ROOT) + "/" + part : part;
        Matcher system = SYSTEM.matcher(above);
        boolean musl = MUSL.matcher(above).find();
        boolean foreign = ANDROID.matcher(above).find();
        Optional<OperatingSystem> os =
                system.find() && !foreign ? OperatingSystem.ofOsName(plain(system.group(1))) : Optional.empty();
        return new ExpectedPlatform(
                "path " + parts[index], os, machine, musl ? Optional.of(Libc.MUSL) : Optional.empty());
    }

    private static String plain(String system) {
        return system.startsWith("win") ? "windows" : system;
    }

    private static MachineName name(String pattern, String name) {
        return new MachineName(Pattern.compile("(?<![a-z0-9])(" + pattern + ")(?![a-z0-9])"), name);
    }
}
