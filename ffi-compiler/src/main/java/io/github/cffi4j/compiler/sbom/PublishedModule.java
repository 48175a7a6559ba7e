package io.github.cffi4j.compiler.sbom;

import java.util.List;
import java.util.Optional;

/**
 * A module as it is published.
 *
 * @param licenses the names of its own licences, as its POM has them
 */
public record PublishedModule(String group, String artifact, String version, List<String> licenses) {
    public PublishedModule {
        licenses = List.copyOf(licenses);
    }

    /** Its package URL; with a classifier that of a native jar. */
    String purl(Optional<String> classifier) {
        return "pkg:maven/" + group + "/" + artifact + "@" + version
                + classifier.map(name -> "?classifier=" + name + "&type=jar").orElse("?type=jar");
    }

    /** Where its bill of materials is in a jar: elsewhere in each, so that jars may be merged. */
    public String bomPath(Optional<String> classifier) {
        return "META-INF/sbom/" + artifact + classifier.map(name -> "-" + name).orElse("") + ".cdx.json";
    }
}
