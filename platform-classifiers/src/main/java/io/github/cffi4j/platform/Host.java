package io.github.cffi4j.platform;

import java.util.Locale;
import java.util.Optional;

/**
 * The machine a JVM runs on, and which platform it is. Who needs its name alone asks {@link HostClassifier}, which is quicker.
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
        String name = classifier(facts, HostClassifier.architecture(facts.osArch()));
        return new Host(Platform.ofClassifier(name), name, facts);
    }

    /**
     * The platform of this host.
     *
     * @throws UnsupportedHostException if cffi4j has none for it
     */
    public Platform platform() {
        if (detected.isEmpty()) {
            throw new UnsupportedHostException(this);
        }
        return detected.get();
    }

    /**
     * The platform that a JVM made for this machine's processor would be on; empty if this JVM is such a one. It is told
     * apart by what the system shows: Rosetta, the kernel's architecture, Windows' variables.
     */
    public Optional<Platform> unemulated() {
        return Processor.below(facts)
                .flatMap(processor -> Platform.ofClassifier(classifier(facts, processor.architecture())));
    }

    /** The facts for people: {@code Linux riscv64, glibc 2.39, Java 25 (os.name=Linux, os.arch=riscv64)}. */
    public String description() {
        Optional<OperatingSystem> os = OperatingSystem.ofOsName(facts.osName());
        return String.format(
                Locale.ROOT,
                "%s %s%s%s, Java %s (os.name=%s, os.arch=%s)",
                os.map(OperatingSystem::displayName).orElse(facts.osName()),
                HostClassifier.architecture(facts.osArch()),
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

    private static String classifier(HostFacts facts, String architecture) {
        String os = HostClassifier.os(facts.osName());
        return HostClassifier.of(os, architecture, os.equals("linux") && ProcessMappings.containMusl(facts.mappings()));
    }
}
