package io.github.cffi4j.platform;

import java.util.Optional;

/**
 * The machine a JVM runs on, and which platform it is. Detecting it is quick even in a JVM that has just started;
 * describing it is not.
 *
 * @param detected the platform; empty if cffi4j has none for this machine
 * @param candidateName what its classifier is, or would be: {@code linux-riscv64}
 * @param facts what this was concluded from
 */
public record Host(Optional<Platform> detected, String candidateName, HostFacts facts) {
    /** The host of this process. */
    public static Host current() {
        return detect(HostFacts.ofThisProcess());
    }

    /** The host with these facts. */
    public static Host detect(HostFacts facts) {
        String name = name(facts, Architecture.nameOf(facts.osArch()));
        return new Host(Platform.ofClassifier(name), name, facts);
    }

    /**
     * The platform of this host.
     *
     * @throws UnsupportedHostException if cffi4j has none for it
     */
    public Platform platform() {
        return detected.orElseThrow(() -> new UnsupportedHostException(this));
    }

    /**
     * The platform that a JVM made for this machine's processor would be on; empty if this JVM is such a one. It is told
     * apart by what the system shows: Rosetta, the kernel's architecture, Windows' variables.
     */
    public Optional<Platform> unemulated() {
        return Processor.below(facts)
                .flatMap(processor -> Platform.ofClassifier(name(facts, processor.architecture())));
    }

    /** The facts for people: {@code Linux riscv64, glibc 2.39, Java 25 (os.name=Linux, os.arch=riscv64)}. */
    public String description() {
        Optional<OperatingSystem> os = OperatingSystem.ofOsName(facts.osName());
        return "%s %s%s%s, Java %s (os.name=%s, os.arch=%s)"
                .formatted(
                        os.map(OperatingSystem::displayName).orElse(facts.osName()),
                        Architecture.nameOf(facts.osArch()),
                        Processor.below(facts)
                                .map(processor -> " (" + processor.reason() + " on " + processor.architecture() + ")")
                                .orElse(""),
                        os.equals(Optional.of(OperatingSystem.LINUX)) ? ", " + linuxLibc() : "",
                        facts.javaVersion(),
                        facts.osName(),
                        facts.osArch());
    }

    /** The version of the C library, where it is glibc and shows its version. Reads all of it, a megabyte or two. */
    public Optional<String> glibcVersion() {
        return GlibcVersion.of(facts);
    }

    private String linuxLibc() {
        if (ProcessMappings.containMusl(facts.mappings())) {
            return "musl";
        }
        return glibcVersion().map(version -> "glibc " + version).orElse("glibc");
    }

    private static String name(HostFacts facts, String architecture) {
        Optional<OperatingSystem> os = OperatingSystem.ofOsName(facts.osName());
        if (os.isEmpty()) {
            return Spelling.plain(facts.osName()) + "-" + architecture;
        }
        String name = os.get().classifier() + "-" + architecture;
        return os.get() == OperatingSystem.LINUX && ProcessMappings.containMusl(facts.mappings())
                ? name + "-musl"
                : name;
    }
}
