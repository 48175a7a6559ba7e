package io.github.cffi4j.platform;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The macros that tell platforms apart, as the C compiler and the C library's headers define them on each: what the
 * conditions of a cdef may ask for. A test of ffi-compiler holds the table against zig.
 */
public final class PredefinedMacros {
    /** Those of other systems, processors and compilers: known, and defined nowhere. */
    private static final Set<String> ELSEWHERE = words("__cplusplus _MSC_VER __CYGWIN__ __ANDROID__ __NetBSD__"
            + " __OpenBSD__ __DragonFly__ __sun __sun__ __HAIKU__ _AIX __hpux __EMSCRIPTEN__ __wasm__ _M_ARM"
            + " __BORLANDC__ __INTEL_COMPILER __OBJC__");

    private static final Map<Platform, Map<String, Long>> TABLE = table();
    private static final Set<String> KNOWN = known();

    private PredefinedMacros() {}

    /** The macros of a platform and their values. */
    public static Map<String, Long> of(Platform platform) {
        return TABLE.get(platform);
    }

    /** All names that may be asked for, in the order of the table; each is defined on some platforms, or on none. */
    public static Set<String> names() {
        return KNOWN;
    }

    private static Map<Platform, Map<String, Long>> table() {
        Map<Platform, Map<String, Long>> table = new EnumMap<>(Platform.class);
        for (Platform platform : Platform.values()) {
            Map<String, Long> macros = new LinkedHashMap<>();
            system(platform, macros);
            processor(platform, macros);
            library(platform, macros);
            compiler(platform, macros);
            table.put(platform, Collections.unmodifiableMap(macros));
        }
        return table;
    }

    private static void system(Platform platform, Map<String, Long> macros) {
        boolean wide = platform.arch().bits() == Long.SIZE;
        switch (platform.os()) {
            case LINUX -> ones(macros, "__linux__ __linux linux __gnu_linux__ __unix__ __unix unix __ELF__");
            case OSX -> ones(macros, "__APPLE__ __MACH__");
            case WINDOWS -> {
                ones(macros, "_WIN32 WIN32 __WIN32__ __MINGW32__");
                if (wide) {
                    ones(macros, "_WIN64 WIN64 __WIN64__ __MINGW64__");
                }
            }
            case FREEBSD -> {
                ones(macros, "__unix__ __unix unix __ELF__");
                macros.put("__FreeBSD__", 14L);
            }
        }
        if (!wide) {
            ones(macros, "__ILP32__ _ILP32");
        } else if (platform.os() != OperatingSystem.WINDOWS) {
            ones(macros, "__LP64__ _LP64");
        }
    }

    private static void processor(Platform platform, Map<String, Long> macros) {
        boolean windows = platform.os() == OperatingSystem.WINDOWS;
        switch (platform.arch()) {
            case X86_64 -> {
                ones(macros, "__x86_64__ __x86_64 __amd64__ __amd64");
                if (windows) {
                    macros.put("_M_X64", 100L);
                    macros.put("_M_AMD64", 100L);
                }
            }
            case AARCH_64 -> {
                ones(macros, "__aarch64__");
                if (windows) {
                    ones(macros, "_M_ARM64");
                } else if (platform.os() == OperatingSystem.OSX) {
                    ones(macros, "__arm64__ __arm64");
                }
            }
            case RISCV64 -> {
                ones(macros, "__riscv");
                macros.put("__riscv_xlen", 64L);
            }
            case PPCLE_64 -> ones(macros, "__powerpc__ __powerpc64__ __PPC__ __PPC64__");
            case S390_64 -> ones(macros, "__s390__ __s390x__ __BIG_ENDIAN__");
            case ARM_32 -> ones(macros, "__arm__ __arm");
            case X86_32 -> {
                ones(macros, "__i386__ __i386 i386");
                macros.put("_M_IX86", 300L);
            }
        }
    }

    /** musl has no macro of its own: it is Linux without {@code __GLIBC__}. */
    private static void library(Platform platform, Map<String, Long> macros) {
        if (platform.libc() == Libc.GLIBC) {
            String version = platform.floor().substring("glibc ".length());
            macros.put("__GLIBC__", 2L);
            macros.put("__GLIBC_MINOR__", Long.valueOf(version.substring("2.".length())));
        }
    }

    private static void compiler(Platform platform, Map<String, Long> macros) {
        boolean windows = platform.os() == OperatingSystem.WINDOWS;
        long pointer = platform.arch().bits() / Byte.SIZE;
        ones(macros, "__clang__ __STDC__");
        macros.put("__GNUC__", 4L);
        macros.put("__SIZEOF_POINTER__", pointer);
        macros.put("__SIZEOF_LONG__", windows ? 4L : pointer);
        macros.put("__SIZEOF_WCHAR_T__", windows ? 2L : 4L);
    }

    private static void ones(Map<String, Long> macros, String names) {
        words(names).forEach(name -> macros.put(name, 1L));
    }

    private static Set<String> known() {
        Set<String> known = new LinkedHashSet<>();
        TABLE.values().forEach(macros -> known.addAll(macros.keySet()));
        known.addAll(ELSEWHERE);
        return Collections.unmodifiableSet(known);
    }

    private static Set<String> words(String names) {
        Set<String> words = new LinkedHashSet<>();
        Collections.addAll(words, names.split(" "));
        return words;
    }
}
