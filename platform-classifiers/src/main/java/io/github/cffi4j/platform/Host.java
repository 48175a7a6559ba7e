package io.github.cffi4j.platform;

import java.util.List;
import java.util.Optional;

/**
 * The machine a JVM runs on, and which platform it is.
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
        Optional<OperatingSystem> os = OperatingSystem.ofOsName(facts.osName());
        boolean musl = os.equals(Optional.of(OperatingSystem.LINUX))
                && ProcessMappings.containMusl(facts.mappings().get());
        String name = os.map(OperatingSystem::classifier).orElseGet(() -> Spelling.plain(facts.osName())) + "-"
                + architectureName(facts)
                + (musl ? "-musl" : "");
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

    /** The facts for people: {@code Linux riscv64, glibc 2.39, Java 25 (os.name=Linux, os.arch=riscv64)}. */
    public String description() {
        Optional<OperatingSystem> os = OperatingSystem.ofOsName(facts.osName());
        return "%s %s%s, Java %s (os.name=%s, os.arch=%s)"
                .formatted(
                        os.map(OperatingSystem::displayName).orElse(facts.osName()),
                        architectureName(facts),
                        os.equals(Optional.of(OperatingSystem.LINUX)) ? ", " + linuxLibc() : "",
                        facts.javaVersion(),
                        facts.osName(),
                        facts.osArch());
    }

    private String linuxLibc() {
        List<String> mappings = facts.mappings().get();
        if (ProcessMappings.containMusl(mappings)) {
            return "musl";
        }
        return facts.glibcVersion()
                .apply(mappings)
                .map(version -> "glibc " + version)
                .orElse("glibc");
    }

    private static String architectureName(HostFacts facts) {
        return Architecture.ofOsArch(facts.osArch())
                .map(Architecture::classifier)
                .orElseGet(() -> Spelling.foreignArchitecture(facts.osArch()));
    }
}
