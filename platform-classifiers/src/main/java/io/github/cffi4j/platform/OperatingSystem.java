package io.github.cffi4j.platform;

import java.util.Optional;

/** The operating systems that cffi4j builds for, named as os-maven-plugin names them. A row holds all that is known of one. */
public enum OperatingSystem {
    LINUX(new Row("linux", "Linux")
            .library("lib", ".so")
            .builders("linux", "linux")
            .mavenName("linux")
            .macros("__linux__ __linux linux __gnu_linux__ __unix__ __unix unix __ELF__")
            .macrosOf64Bits("__LP64__ _LP64")),
    OSX(new Row("osx", "macOS")
            .library("lib", ".dylib")
            .builders("macos", "macos")
            .spelledLike("mac", "darwin")
            .mavenFamily("mac")
            .macros("__APPLE__ __MACH__")
            .macrosOf64Bits("__LP64__ _LP64")),
    WINDOWS(new Row("windows", "Windows")
            .library("", ".dll")
            .builders("windows", "windows")
            .mavenFamily("windows")
            .macros("_WIN32 WIN32 __WIN32__ __MINGW32__")
            .macrosOf64Bits("_WIN64 WIN64 __WIN64__ __MINGW64__")
            .narrowLong()
            .narrowWideCharacters()
            .microsoftBitfields()),
    FREEBSD(new Row("freebsd", "FreeBSD")
            .library("lib", ".so")
            .builders("freebsd", "freebsd")
            .mavenName("freebsd")
            .macros("__FreeBSD__=14 __unix__ __unix unix __ELF__")
            .macrosOf64Bits("__LP64__ _LP64"));

    private final Row row;

    OperatingSystem(Row row) {
        this.row = row;
    }

    /** The part of a classifier that stands for this system, such as {@code osx}. */
    public String classifier() {
        return row.classifier;
    }

    /** The name people use, such as {@code macOS}. */
    public String displayName() {
        return row.displayName;
    }

    /** The start of a library's file name, such as {@code lib}. */
    public String libraryPrefix() {
        return row.libraryPrefix;
    }

    /** The end of a library's file name, such as {@code .so}. */
    public String librarySuffix() {
        return row.librarySuffix;
    }

    /** The name in zig's targets and releases, such as {@code macos}. */
    public String zigName() {
        return row.zigName;
    }

    /** The value of Gradle's attribute {@code org.gradle.native.operatingSystem}, such as {@code macos}. */
    public String gradleName() {
        return row.gradleName;
    }

    /** The name that activates a Maven profile; empty if the {@linkplain #mavenFamily family} does. */
    public Optional<String> mavenName() {
        return Optional.ofNullable(row.mavenName);
    }

    /** The family of systems that activates a Maven profile; empty if the {@linkplain #mavenName name} does. */
    public Optional<String> mavenFamily() {
        return Optional.ofNullable(row.mavenFamily);
    }

    /** The macro that the compiler defines on this system and on no other, such as {@code __APPLE__}. */
    public String macro() {
        return Macros.first(row.macros);
    }

    /** All macros that the compiler defines on this system, as {@link Macros} reads them. */
    String macros(Architecture architecture) {
        return architecture.bits() == Long.SIZE ? row.macros + " " + row.macrosOf64Bits : row.macros;
    }

    /** The size of C's {@code long} in bytes. */
    int longBytes(Architecture architecture) {
        return row.narrowLong ? Integer.BYTES : architecture.bits() / Byte.SIZE;
    }

    /** The size of C's {@code wchar_t} in bytes. */
    int wideCharacterBytes() {
        return row.narrowWideCharacters ? Short.BYTES : Integer.BYTES;
    }

    /** Returns true if bitfields lie as Microsoft's compiler has them. */
    boolean microsoftBitfields() {
        return row.microsoftBitfields;
    }

    /** The system that a JVM calls this in {@code os.name}, such as {@code Mac OS X} or {@code Windows 11}. */
    public static Optional<OperatingSystem> ofOsName(String osName) {
        return ofPlainName(HostClassifier.plain(osName));
    }

    /** The system with a name that {@link HostClassifier#plain} made plain. */
    static Optional<OperatingSystem> ofPlainName(String plain) {
        for (OperatingSystem os : values()) {
            if (os.row.names(plain)) {
                return Optional.of(os);
            }
        }
        return Optional.empty();
    }

    /** The named parts of a row. */
    private static final class Row {
        private final String classifier;
        private final String displayName;
        private String libraryPrefix;
        private String librarySuffix;
        private String zigName;
        private String gradleName;
        private String[] otherNames = {};
        private String mavenName;
        private String mavenFamily;
        private String macros;
        private String macrosOf64Bits;
        private boolean narrowLong;
        private boolean narrowWideCharacters;
        private boolean microsoftBitfields;

        Row(String classifier, String displayName) {
            this.classifier = classifier;
            this.displayName = displayName;
        }

        Row library(String prefix, String suffix) {
            libraryPrefix = prefix;
            librarySuffix = suffix;
            return this;
        }

        Row builders(String zig, String gradle) {
            zigName = zig;
            gradleName = gradle;
            return this;
        }

        /** The starts of other names that JVMs have for it. */
        Row spelledLike(String... names) {
            otherNames = names;
            return this;
        }

        Row mavenName(String name) {
            mavenName = name;
            return this;
        }

        Row mavenFamily(String family) {
            mavenFamily = family;
            return this;
        }

        Row macros(String text) {
            macros = text;
            return this;
        }

        Row macrosOf64Bits(String text) {
            macrosOf64Bits = text;
            return this;
        }

        /** {@code long} has 32 bits on 64-bit processors, too. */
        Row narrowLong() {
            narrowLong = true;
            return this;
        }

        /** {@code wchar_t} has 16 bits. */
        Row narrowWideCharacters() {
            narrowWideCharacters = true;
            return this;
        }

        Row microsoftBitfields() {
            microsoftBitfields = true;
            return this;
        }

        boolean names(String plain) {
            boolean named = plain.startsWith(classifier);
            for (String name : otherNames) {
                named |= plain.startsWith(name);
            }
            return named;
        }
    }
}
