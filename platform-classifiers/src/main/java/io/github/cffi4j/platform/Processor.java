package io.github.cffi4j.platform;

import java.util.Optional;

/**
 * The processor below the JVM, where it is not the one the JVM was built for: a 32-bit JVM, or an emulator. Only messages
 * ask for it.
 *
 * @param architecture the classifier part: {@code aarch_64}
 * @param reason for people: {@code emulated by Rosetta}
 */
record Processor(String architecture, String reason) {
    private static final String ROSETTA = "/Library/Apple/usr/libexec/oah/libRosettaRuntime";

    /** The real processor; empty if it is the JVM's own or nothing shows it. */
    static Optional<Processor> below(HostFacts facts) {
        Optional<OperatingSystem> os = OperatingSystem.ofOsName(facts.osName());
        return os.flatMap(system -> switch (system) {
            case OSX -> belowMacOs(facts);
            case LINUX -> belowLinux(facts);
            case WINDOWS -> belowWindows(facts);
            case FREEBSD -> Optional.empty();
        });
    }

    private static Optional<Processor> belowMacOs(HostFacts facts) {
        // Only Macs with Apple's processors have Rosetta, and there an x86_64 program runs by nothing else.
        return isX86(facts) && facts.machine().text(ROSETTA).isPresent()
                ? Optional.of(new Processor("aarch_64", "emulated by Rosetta"))
                : Optional.empty();
    }

    private static Optional<Processor> belowLinux(HostFacts facts) {
        Optional<String> cpus = facts.machine().text("/proc/cpuinfo");
        if (isX86(facts) && cpus.filter(text -> text.contains("VirtualApple")).isPresent()) {
            return Optional.of(new Processor("aarch_64", "emulated by Rosetta"));
        }
        // The kernel's own word, which user-mode emulators pass through.
        return facts.machine().text("/proc/sys/kernel/arch").flatMap(name -> differing(facts, name.strip()));
    }

    private static Optional<Processor> belowWindows(HostFacts facts) {
        boolean arm = facts.machine()
                .variable("PROCESSOR_IDENTIFIER")
                .filter(name -> name.startsWith("ARM"))
                .isPresent();
        return arm
                ? differing(facts, "aarch64")
                : facts.machine().variable("PROCESSOR_ARCHITEW6432").flatMap(name -> differing(facts, name));
    }

    private static Optional<Processor> differing(HostFacts facts, String machine) {
        String jvm = HostClassifier.architecture(facts.osArch());
        String real = HostClassifier.architecture(machine);
        if (jvm.equals(real)) {
            return Optional.empty();
        }
        boolean narrow =
                jvm.equals("x86_32") && real.equals("x86_64") || jvm.equals("arm_32") && real.equals("aarch_64");
        return Optional.of(new Processor(real, narrow ? "a 32-bit JVM" : "emulated"));
    }

    private static boolean isX86(HostFacts facts) {
        return HostClassifier.architecture(facts.osArch()).equals("x86_64");
    }
}
