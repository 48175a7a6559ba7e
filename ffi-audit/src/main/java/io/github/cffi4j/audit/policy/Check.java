package io.github.cffi4j.audit.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The checks, each with its reason and its usual fix. The names are stable, because builds allow findings by them. */
public enum Check {
    MALFORMED(
            "its own tables contradict each other: a loader refuses such a file, or does worse",
            "build it again; a download may be cut short"),
    NOT_A_LIBRARY("Java loads only shared libraries", "link it with -shared"),
    WRONG_ARCHITECTURE(
            "it is packed for another processor than it was built for, and does not load there",
            "check the zig target or the compiler of this platform, and where its file is copied to"),
    WRONG_SYSTEM(
            "it is packed for another system or C library than it was linked for, and does not load there",
            "check the zig target of this platform, and that no library in <libraries> comes from another system"),
    TOO_NEW(
            "systems older than that refuse to load it, and the platform promises to run on them",
            "build with zig's target of this platform, which names the floor, or avoid what came later"),
    NEEDED_LIBRARY(
            "a system without that file does not load it, and nothing installs it",
            "compile the library's sources in, or link it statically"),
    RUN_PATH(
            "it looks for libraries in a folder of the machine it was built on, where anybody may put another one",
            "remove -rpath from the linker flags; $ORIGIN, @loader_path and @rpath are fine"),
    SONAME(
            "without a name of its own, libraries linked to it record the path it had on that machine",
            "link with -Wl,-soname,<file name>, on macOS -Wl,-install_name,@rpath/<file name>"),
    EXEC_STACK(
            "the process gets an executable stack, or, on hardened systems and in newer glibc, the library does not load",
            "add .section .note.GNU-stack,\"\",%progbits to assembly sources; avoid nested functions; link with -Wl,-z,noexecstack"),
    TEXTREL(
            "its code is written to while it is loaded, which hardened systems and musl refuse",
            "compile everything with -fPIC"),
    RELRO("tables of addresses stay writable, which exploits use", "link with -Wl,-z,relro"),
    BIND_NOW(
            "a missing symbol is noticed at the first call and not when loading, and its addresses stay writable",
            "link with -Wl,-z,now"),
    WRITABLE_CODE(
            "memory that is writable and executable at once is what exploits look for, and hardened systems refuse it",
            "remove the linker flags or the section attributes that make it so"),
    SIGNATURE_MISSING(
            "a Mac with an Apple processor kills the process that loads unsigned code",
            "link with zig, which signs ad hoc, or run codesign -s - on it; sign last"),
    SIGNATURE_BROKEN(
            "it was changed after it was signed, and a Mac with an Apple processor kills the process that loads it",
            "sign last: nothing may strip or change the file afterwards"),
    DYNAMIC_BASE(
            "it is loaded at an address that is known beforehand, which exploits use", "link with -Wl,--dynamicbase"),
    HIGH_ENTROPY(
            "it is kept below 4 GB, where its address can be guessed", "link with -Wl,--high-entropy-va, as zig does"),
    NX("its data may be run as code", "link with -Wl,--nxcompat"),
    TIMESTAMP(
            "the same sources give other bytes each time, so nobody can compare a build with a release",
            "link with -Wl,/Brepro, or set SOURCE_DATE_EPOCH to 0"),
    EXPORT(
            "a library loaded into Java shares one process with others: names offered by chance clash with theirs",
            "list the names that others need in the plugin's <exports>: a library with generated glue exports nothing"
                    + " more; compile other libraries with -fvisibility=hidden"),
    BUILD_PATH(
            "it tells about the machine and the user that built it, and other folders give other bytes",
            "compile with -g0 and -ffile-prefix-map=<folder>=."),
    DEBUG_INFO("it is many times as large as need be, and has the paths of sources", "compile with -g0, or strip it"),
    NOT_STRIPPED("a symbol table that only debuggers read makes it larger", "link with -s, or strip it"),
    SIZE(
            "each platform's jar is downloaded by everyone, and repositories limit what is published",
            "link with --gc-sections, omit what is not used, or raise the audit's <sizeBudget>"),
    FINGERPRINT(
            "Java and the library were generated from different cdefs; the class would refuse the library at run time",
            "run mvn clean verify; if it stays so, ffi:compile runs before the classes are there"),
    HASH(
            "the main jar pins another SHA-256, so the loader would refuse the library",
            "run mvn clean verify; nothing may change the library after ffi:compile");

    private final String why;
    private final String fix;

    Check(String why, String fix) {
        this.why = why;
        this.fix = fix;
    }

    /** The name in policies, reports and allowances: {@code exec-stack}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the reason why it matters. */
    public String why() {
        return why;
    }

    /** Returns the fix in most cases. */
    public String fix() {
        return fix;
    }

    /** The names of all checks, for messages. */
    public static String ids() {
        return Arrays.stream(values()).map(Check::id).collect(Collectors.joining(" "));
    }

    /** Returns the check of a name; empty if there is none. */
    public static Optional<Check> ofId(String id) {
        return Arrays.stream(values()).filter(check -> check.id().equals(id)).findFirst();
    }
}
