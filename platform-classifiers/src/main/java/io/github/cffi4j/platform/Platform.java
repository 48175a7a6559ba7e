package io.github.cffi4j.platform;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one table of platforms: what the build compiles for and what the loader selects from.
 *
 * <p>A row, with those of its {@link OperatingSystem}, {@link Architecture} and {@link Libc}, holds all that is known about a
 * platform; nothing else in cffi4j distinguishes platforms by their names. Classifiers are those of os-maven-plugin, so {@code
 * ${os.detected.classifier}} names them; loader directories are those of native-lib-loader 2.5.0, and ours where it has
 * none (musl, PowerPC, S/390, FreeBSD).
 */
public enum Platform {
    LINUX_X86_64(new Row(OperatingSystem.LINUX, Architecture.X86_64, Libc.GLIBC)
            .target("x86_64-linux-gnu.2.17", "glibc 2.17")
            .loaderDirectory("linux_64")
            .variadicRegisters(6, 8)
            .longDouble(16, 16, 64)),
    LINUX_AARCH_64(new Row(OperatingSystem.LINUX, Architecture.AARCH_64, Libc.GLIBC)
            .target("aarch64-linux-gnu.2.17", "glibc 2.17")
            .loaderDirectory("linux_arm64")
            .variadicRegisters(8, 8)
            .longDouble(16, 16, 113)
            .unsignedCharacters(true)
            .namelessBitfieldsAlign()),
    LINUX_X86_64_MUSL(new Row(OperatingSystem.LINUX, Architecture.X86_64, Libc.MUSL)
            .target("x86_64-linux-musl", "musl 1.2")
            .loaderDirectory("linux_musl_64")
            .variadicRegisters(6, 8)
            .longDouble(16, 16, 64)),
    LINUX_AARCH_64_MUSL(new Row(OperatingSystem.LINUX, Architecture.AARCH_64, Libc.MUSL)
            .target("aarch64-linux-musl", "musl 1.2")
            .loaderDirectory("linux_musl_arm64")
            .variadicRegisters(8, 8)
            .longDouble(16, 16, 113)
            .unsignedCharacters(true)
            .namelessBitfieldsAlign()),
    OSX_X86_64(new Row(OperatingSystem.OSX, Architecture.X86_64, Libc.LIBSYSTEM)
            .target("x86_64-macos.11.0", "macOS 11.0")
            .loaderDirectory("osx_64")
            .osArch("x86_64")
            .variadicRegisters(6, 8)
            .longDouble(16, 16, 64)),
    OSX_AARCH_64(new Row(OperatingSystem.OSX, Architecture.AARCH_64, Libc.LIBSYSTEM)
            .target("aarch64-macos.11.0", "macOS 11.0")
            .loaderDirectory("osx_arm64")
            .macros("__arm64__ __arm64")
            .longDouble(8, 8, 53)),
    WINDOWS_X86_64(new Row(OperatingSystem.WINDOWS, Architecture.X86_64, Libc.UCRT)
            .target("x86_64-windows-gnu", "Windows 10")
            .loaderDirectory("windows_64")
            .macros("_M_X64=100 _M_AMD64=100")
            .longDouble(16, 16, 64)),
    WINDOWS_AARCH_64(new Row(OperatingSystem.WINDOWS, Architecture.AARCH_64, Libc.UCRT)
            .target("aarch64-windows-gnu", "Windows 10")
            .loaderDirectory("windows_arm64")
            .macros("_M_ARM64")
            .longDouble(8, 8, 53)),
    LINUX_RISCV64(new Row(OperatingSystem.LINUX, Architecture.RISCV64, Libc.GLIBC)
            .byName()
            .target("riscv64-linux-gnu.2.27", "glibc 2.27")
            .loaderDirectory("linux_riscv64")
            .longDouble(16, 16, 113)
            .unsignedCharacters(false)),
    LINUX_PPCLE_64(new Row(OperatingSystem.LINUX, Architecture.PPCLE_64, Libc.GLIBC)
            .byName()
            .target("powerpc64le-linux-gnu.2.19", "glibc 2.19")
            .loaderDirectory("linux_ppcle_64")
            .longDouble(16, 16, 106)
            .unsignedCharacters(false)),
    LINUX_S390_64(new Row(OperatingSystem.LINUX, Architecture.S390_64, Libc.GLIBC)
            .byName()
            .target("s390x-linux-gnu.2.17", "glibc 2.17")
            .loaderDirectory("linux_s390_64")
            .variadicRegisters(5, 4)
            .longDouble(16, 8, 113)
            .unsignedCharacters(false)
            .greatestAlignment(8)),
    LINUX_ARM_32(new Row(OperatingSystem.LINUX, Architecture.ARM_32, Libc.GLIBC)
            .byName()
            .target("arm-linux-gnueabihf.2.17", "glibc 2.17")
            .loaderDirectory("linux_arm")
            .longDouble(8, 8, 53)
            .unsignedCharacters(true)
            .namelessBitfieldsAlign()
            .greatestAlignment(8)),
    WINDOWS_X86_32(new Row(OperatingSystem.WINDOWS, Architecture.X86_32, Libc.UCRT)
            .byName()
            .target("x86-windows-gnu", "Windows 10")
            .loaderDirectory("windows_32")
            .macros("_M_IX86=300")
            .longDouble(12, 4, 64)),
    FREEBSD_X86_64(new Row(OperatingSystem.FREEBSD, Architecture.X86_64, Libc.FREEBSD)
            .byName()
            .target("x86_64-freebsd.14.0", "FreeBSD 14.0")
            .loaderDirectory("freebsd_64")
            .variadicRegisters(6, 8)
            .longDouble(16, 16, 64)),
    LINUX_LOONGARCH_64(new Row(OperatingSystem.LINUX, Architecture.LOONGARCH_64, Libc.GLIBC)
            .byName()
            .target("loongarch64-linux-gnu.2.36", "glibc 2.36")
            .loaderDirectory("linux_loongarch_64")
            .longDouble(16, 16, 113));

    private final Row row;
    private final String classifier;

    Platform(Row row) {
        this.row = row;
        String name = row.os.classifier() + "-" + row.arch.classifier();
        this.classifier = row.libc == Libc.MUSL ? name + "-musl" : name;
    }

    /** How far it is looked after. */
    public Tier tier() {
        return row.tier;
    }

    /** The operating system. */
    public OperatingSystem os() {
        return row.os;
    }

    /** The processor architecture. */
    public Architecture arch() {
        return row.arch;
    }

    /** The C library it is linked against. */
    public Libc libc() {
        return row.libc;
    }

    /** The Maven classifier, such as {@code linux-x86_64-musl}. */
    public String classifier() {
        return classifier;
    }

    /** The target triple for {@code zig cc -target}; it carries the floor where zig lets a triple do so. */
    public String zigTarget() {
        return row.zigTarget;
    }

    /** The oldest system the libraries run on, for people to read. */
    public String floor() {
        return row.floor;
    }

    /** The value of {@code os.arch} on its JVMs, such as {@code amd64}. */
    public String osArch() {
        return row.osArch == null ? row.arch.osArch() : row.osArch;
    }

    /** The size of C's {@code long} in bytes. */
    public int longBytes() {
        return row.os.longBytes(row.arch);
    }

    /** Returns true if plain {@code char} has a sign. */
    public boolean signedChar() {
        return !row.unsignedChar;
    }

    /** The size of C's {@code wchar_t} in bytes. */
    public int wideCharacterBytes() {
        return row.os.wideCharacterBytes();
    }

    /** Returns true if {@code wchar_t} has a sign. */
    public boolean signedWideCharacters() {
        return wideCharacterBytes() == Integer.BYTES && !row.unsignedWideCharacters;
    }

    /** The size of C's {@code long double} in bytes. */
    public int longDoubleBytes() {
        return row.longDoubleBytes;
    }

    /** The alignment of C's {@code long double} in bytes. */
    public int longDoubleAlignment() {
        return row.longDoubleAlignment;
    }

    /** The bits of the significand of C's {@code long double}. */
    public int longDoubleDigits() {
        return row.longDoubleDigits;
    }

    /** Returns true if bitfields lie as Microsoft's compiler has them: those of types of different sizes share no unit. */
    public boolean microsoftBitfields() {
        return row.os.microsoftBitfields();
    }

    /** Returns true if a bitfield without a name aligns the struct that holds it like any other. */
    public boolean namelessBitfieldsAlign() {
        return row.namelessBitfieldsAlign;
    }

    /** The alignment in bytes that {@code __attribute__((aligned))} without a number asks for. */
    public int greatestAlignment() {
        return row.greatestAlignment;
    }

    /**
     * The number of registers that hold the integer arguments of a variadic function; 0 if each argument, integer or double, is
     * simply 64 bits wherever it is.
     */
    public int variadicIntegerRegisters() {
        return row.integerRegisters;
    }

    /** The number of registers that hold the floating-point arguments of a variadic function; see {@link #variadicIntegerRegisters}. */
    public int variadicFloatRegisters() {
        return row.floatRegisters;
    }

    /** The macros that the compiler and the C library define on this platform, for the rows that it is made of. */
    Map<String, Long> macros() {
        Map<String, Long> macros = new LinkedHashMap<>();
        Macros.addTo(macros, row.os.macros(row.arch));
        if (row.arch.bits() == Integer.SIZE) {
            Macros.addTo(macros, "__ILP32__ _ILP32");
        }
        Macros.addTo(macros, row.arch.macros());
        Macros.addTo(macros, row.macros);
        if (row.libc == Libc.GLIBC) {
            // Musl has no macro of its own: it is Linux without these.
            Macros.addTo(macros, "__GLIBC__=2 __GLIBC_MINOR__=" + row.floor.substring("glibc 2.".length()));
        }
        Macros.addTo(macros, "__clang__ __STDC__ __GNUC__=4");
        macros.put("__SIZEOF_POINTER__", (long) row.arch.bits() / Byte.SIZE);
        macros.put("__SIZEOF_LONG__", (long) longBytes());
        macros.put("__SIZEOF_WCHAR_T__", (long) row.os.wideCharacterBytes());
        return Collections.unmodifiableMap(macros);
    }

    /** Returns true if the linker's name of a C function has an underscore in front of C's own. */
    public boolean underscoresSymbols() {
        return row.os == OperatingSystem.OSX || row.os == OperatingSystem.WINDOWS && row.arch == Architecture.X86_32;
    }

    /** The folder below {@code META-INF/lib/} that holds the library in a classifier jar. */
    public String loaderDirectory() {
        return row.loaderDirectory;
    }

    /** The file name of a library on this platform: {@code geo} is {@code libgeo.so}, {@code libgeo.dylib} or {@code geo.dll}. */
    public String libraryFileName(String library) {
        return row.os.libraryPrefix() + library + row.os.librarySuffix();
    }

    /** The path of a library inside its classifier jar, with {@code /} between the parts. */
    public String resourcePath(String library) {
        return "META-INF/lib/" + row.loaderDirectory + "/" + libraryFileName(library);
    }

    /** Returns the platforms that a library is built for unless its author names others, in the order of the table. */
    public static List<Platform> standard() {
        return of(Tier.STANDARD);
    }

    /** Returns the platforms of a tier, in the order of the table. */
    public static List<Platform> of(Tier tier) {
        return Arrays.stream(values())
                .filter(platform -> platform.row.tier == tier)
                .toList();
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

    /** The named parts of a row. */
    private static final class Row {
        private final OperatingSystem os;
        private final Architecture arch;
        private final Libc libc;
        private Tier tier = Tier.STANDARD;
        private String zigTarget;
        private String floor;
        private String loaderDirectory;
        private String osArch;
        private String macros = "";
        private int integerRegisters;
        private int floatRegisters;
        private boolean unsignedChar;
        private boolean unsignedWideCharacters;
        private int longDoubleBytes;
        private int longDoubleAlignment;
        private int longDoubleDigits;
        private boolean namelessBitfieldsAlign;
        private int greatestAlignment = 16;

        Row(OperatingSystem os, Architecture arch, Libc libc) {
            this.os = os;
            this.arch = arch;
            this.libc = libc;
        }

        Row byName() {
            tier = Tier.BY_NAME;
            return this;
        }

        Row target(String zigTarget, String floor) {
            this.zigTarget = zigTarget;
            this.floor = floor;
            return this;
        }

        Row loaderDirectory(String name) {
            loaderDirectory = name;
            return this;
        }

        /** The value of {@code os.arch} there, if it is not the usual one of the architecture. */
        Row osArch(String name) {
            osArch = name;
            return this;
        }

        /** Macros that neither the system nor the architecture has everywhere. */
        Row macros(String text) {
            macros = text;
            return this;
        }

        /** Of {@code long double}: size and alignment in bytes, the bits of its significand. */
        Row longDouble(int bytes, int alignment, int digits) {
            longDoubleBytes = bytes;
            longDoubleAlignment = alignment;
            longDoubleDigits = digits;
            return this;
        }

        /** Plain {@code char} has no sign. */
        Row unsignedCharacters(boolean wideToo) {
            unsignedChar = true;
            unsignedWideCharacters = wideToo;
            return this;
        }

        Row namelessBitfieldsAlign() {
            namelessBitfieldsAlign = true;
            return this;
        }

        /** In bytes, if it is not 16. */
        Row greatestAlignment(int bytes) {
            greatestAlignment = bytes;
            return this;
        }

        Row variadicRegisters(int integers, int floats) {
            integerRegisters = integers;
            floatRegisters = floats;
            return this;
        }
    }
}
