package io.github.cffi4j.platform;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a running JVM tells about its machine, and nothing concluded from it. Tests make up their own.
 *
 * @param osName the system property {@code os.name}
 * @param osArch the system property {@code os.arch}
 * @param javaVersion the feature version, such as {@code 25}
 * @param mappings reads the lines of the process's own memory map; none where the system has no such file
 * @param glibcVersion reads the version of the glibc among such lines; costs a megabyte of reading, so only errors ask
 */
public record HostFacts(
        String osName,
        String osArch,
        String javaVersion,
        Supplier<List<String>> mappings,
        Function<List<String>, Optional<String>> glibcVersion) {
    /** The facts of this process. */
    public static HostFacts ofThisProcess() {
        return new HostFacts(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Integer.toString(Runtime.version().feature()),
                ProcessMappings::read,
                GlibcVersion::ofMapped);
    }
}
