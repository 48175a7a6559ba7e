package io.github.cffi4j.platform;

/**
 * The facts that a running JVM tells about its machine, without conclusions. Tests make up their own.
 *
 * @param osName the system property {@code os.name}
 * @param osArch the system property {@code os.arch}
 * @param javaVersion the feature version, such as {@code 25}
 * @param mappings the process's own memory map, as Linux lists it; empty where the system has no such file
 * @param machine answers what only a description asks
 */
public record HostFacts(String osName, String osArch, String javaVersion, String mappings, Machine machine) {
    /** The facts of this process. */
    public static HostFacts ofThisProcess() {
        String osName = System.getProperty("os.name");
        return new HostFacts(
                osName,
                System.getProperty("os.arch"),
                System.getProperty("java.specification.version"),
                HostClassifier.os(osName).equals("linux") ? ProcessMappings.read() : "",
                new ThisMachine());
    }
}
