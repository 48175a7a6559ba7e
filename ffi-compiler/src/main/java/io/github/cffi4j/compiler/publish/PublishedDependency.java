package io.github.cffi4j.compiler.publish;

import java.util.List;
import java.util.Optional;

/**
 * A dependency of a published module, as Maven has it.
 *
 * @param version as in the POM; Gradle reads ranges alike
 * @param compile whether who compiles against the module needs it, too; all are needed at run time
 * @param classifier of the file wanted, if it is not the main one
 * @param type of that file
 * @param exclusions what of its own dependencies is not wanted; {@code *} stands for any name
 */
public record PublishedDependency(
        String group,
        String artifact,
        String version,
        boolean compile,
        Optional<String> classifier,
        String type,
        List<Exclusion> exclusions) {
    public PublishedDependency {
        exclusions = List.copyOf(exclusions);
    }

    /** A module that is not wanted. */
    public record Exclusion(String group, String artifact) {}
}
