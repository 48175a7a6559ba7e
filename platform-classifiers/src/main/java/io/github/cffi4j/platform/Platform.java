package io.github.cffi4j.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The one table of platforms: what the build compiles for and what the loader selects from.
 *
 * <p>A row is all that is known about a platform. Classifiers are those of os-maven-plugin, so {@code
 * ${os.detected.classifier}} names them; loader directories are those of native-lib-loader 2.5.0, and ours where it has
 * none (musl, PowerPC, S/390, FreeBSD).
 */
public enum Platform {
    LINUX_X86_64(
            OperatingSystem.LINUX, Architecture.X86_64, Libc.GLIBC, "x86_64-linux-gnu.2.17", "glibc 2.17", "linux_64"),
    LINUX_AARCH_64(
            OperatingSystem.LINUX,
            Architecture.AARCH_64,
            Libc.GLIBC,
            "aarch64-linux-gnu.2.17",
            "glibc 2.17",
            "linux_arm64"),
    LINUX_X86_64_MUSL(
            OperatingSystem.LINUX, Architecture.X86_64, Libc.MUSL, "x86_64-linux-musl", "musl 1.2", "linux_musl_64"),
    LINUX_AARCH_64_MUSL(
            OperatingSystem.LINUX,
            Architecture.AARCH_64,
            Libc.MUSL,
            "aarch64-linux-musl",
            "musl 1.2",
            "linux_musl_arm64"),
    OSX_X86_64(OperatingSystem.OSX, Architecture.X86_64, Libc.LIBSYSTEM, "x86_64-macos.11.0", "macOS 11.0", "osx_64"),
    OSX_AARCH_64(
            OperatingSystem.OSX,
            Architecture.AARCH_64,
            Libc.LIBSYSTEM,
            "aarch64-macos.11.0",
            "macOS 11.0",
            "osx_arm64"),
    WINDOWS_X86_64(
            OperatingSystem.WINDOWS, Architecture.X86_64, Libc.UCRT, "x86_64-windows-gnu", "Windows 10", "windows_64"),
    WINDOWS_AARCH_64(
            OperatingSystem.WINDOWS,
            Architecture.AARCH_64,
            Libc.UCRT,
            "aarch64-windows-gnu",
            "Windows 10",
            "windows_arm64"),
    LINUX_RISCV64(
            Tier.BY_NAME,
            OperatingSystem.LINUX,
            Architecture.RISCV64,
            Libc.GLIBC,
            "riscv64-linux-gnu.2.27",
            "glibc 2.27",
            "linux_riscv64"),
    LINUX_PPCLE_64(
            Tier.BY_NAME,
            OperatingSystem.LINUX,
            Architecture.PPCLE_64,
            Libc.GLIBC,
            "powerpc64le-linux-gnu.2.19",
            "glibc 2.19",
            "linux_ppcle_64"),
    LINUX_S390_64(
            Tier.BY_NAME,
            OperatingSystem.LINUX,
            Architecture.S390_64,
            Libc.GLIBC,
            "s390x-linux-gnu.2.17",
            "glibc 2.17",
            "linux_s390_64"),
    LINUX_ARM_32(
            Tier.BY_NAME,
            OperatingSystem.LINUX,
            Architecture.ARM_32,
            Libc.GLIBC,
            "arm-linux-gnueabihf.2.17",
            "glibc 2.17",
            "linux_arm"),
    WINDOWS_X86_32(
            Tier.BY_NAME,
            OperatingSystem.WINDOWS,
            Architecture.X86_32,
            Libc.UCRT,
            "x86-windows-gnu",
            "Windows 10",
            "windows_32"),
    FREEBSD_X86_64(
            Tier.BY_NAME,
            OperatingSystem.FREEBSD,
            Architecture.X86_64,
            Libc.FREEBSD,
            "x86_64-freebsd.14.0",
            "FreeBSD 14.0",
            "freebsd_64");

    private final Tier tier;
    private final OperatingSystem os;
    private final Architecture arch;
    private final Libc libc;
    private final String zigTarget;
    private final String floor;
    private final String loaderDirectory;
    private final String classifier;

    Platform(OperatingSystem os, Architecture arch, Libc libc, String zigTarget, String floor, String loaderDirectory) {
        this(Tier.STANDARD, os, arch, libc, zigTarget, floor, loaderDirectory);
    }

    Platform(
            Tier tier,
            OperatingSystem os,
            Architecture arch,
            Libc libc,
            String zigTarget,
            String floor,
            String loaderDirectory) {
        this.tier = tier;
        this.os = os;
        this.arch = arch;
        this.libc = libc;
        this.zigTarget = zigTarget;
        this.floor = floor;
        this.loaderDirectory = loaderDirectory;
        String name = os.classifier() + "-" + arch.classifier();
        this.classifier = libc == Libc.MUSL ? name + "-musl" : name;
    }

    /** How far it is looked after. */
    public Tier tier() {
        return tier;
    }

    /** The operating system. */
    public OperatingSystem os() {
        return os;
    }

    /** The processor architecture. */
    public Architecture arch() {
        return arch;
    }

    /** The C library it is linked against. */
    public Libc libc() {
        return libc;
    }

    /** The Maven classifier, such as {@code linux-x86_64-musl}. */
    public String classifier() {
        return classifier;
    }

    /** The target triple for {@code zig cc -target}; it carries the floor where zig lets a triple do so. */
    public String zigTarget() {
        return zigTarget;
    }

    /** The oldest system the libraries run on, for people to read. */
    public String floor() {
        return floor;
    }

    /** The folder below {@code META-INF/lib/} that holds the library in a classifier jar. */
    public String loaderDirectory() {
        return loaderDirectory;
    }

    /** The file name of a library on this platform: {@code geo} is {@code libgeo.so}, {@code libgeo.dylib} or {@code geo.dll}. */
    public String libraryFileName(String library) {
        return os.libraryPrefix() + library + os.librarySuffix();
    }

    /** The path of a library inside its classifier jar, with {@code /} between the parts. */
    public String resourcePath(String library) {
        return "META-INF/lib/" + loaderDirectory + "/" + libraryFileName(library);
    }

    /** Those a library is built for where its author says nothing, in the order of the table. */
    public static List<Platform> standard() {
        return of(Tier.STANDARD);
    }

    /** Those of a tier, in the order of the table. */
    public static List<Platform> of(Tier tier) {
        return Arrays.stream(values()).filter(platform -> platform.tier == tier).toList();
    }

    /** The platform of a classifier, if there is one. */
    public static Optional<Platform> ofClassifier(String classifier) {
        for (Platform platform : values()) {
            if (platform.classifier().equals(classifier)) {
                return Optional.of(platform);
            }
        }
        return Optional.empty();
    }

    /** All classifiers, in the order of the table. */
    public static List<String> classifiers() {
        return Arrays.stream(values()).map(Platform::classifier).toList();
    }

    /** The classifiers of a tier, in the order of the table. */
    public static List<String> classifiers(Tier tier) {
        return of(tier).stream().map(Platform::classifier).toList();
    }

    @Override
    public String toString() {
        return classifier();
    }
}
