package io.github.cffi4j.compiler.pack;

import io.github.cffi4j.compiler.text.Text;

/**
 * Tells GraalVM's native-image to take a resource along, which the loader asks for by a name that no analysis can see. What a
 * binding itself needs is written where it is generated.
 */
final class ReachabilityMetadata {

    private ReachabilityMetadata() {}

    /**
     * Where native-image looks.
     *
     * @param owner a name that no other jar of the program has here: {@code geo-linux-x86_64}
     */
    static String path(String owner) {
        return "META-INF/native-image/io.github.cffi4j/" + owner + "/reachability-metadata.json";
    }

    /** In the format of GraalVM for JDK 23 and later. Names of libraries have nothing that JSON escapes. */
    static String ofResource(String path) {
        return Text.format("""
                {
                  "resources": [
                    {
                      "glob": "%s"
                    }
                  ]
                }
                """, path);
    }
}
