package io.github.cffi4j.compiler.project;

/**
 * Where in its {@link GeneratedFolders} what is generated for one cdef stands.
 *
 * @param java the Java class that people use
 * @param plumbing the Java class that it calls
 * @param glue the C file
 * @param metadata the file for native-image, whose folder no other jar has
 */
record GeneratedPaths(String java, String plumbing, String glue, String metadata) {
    static GeneratedPaths of(CdefFile cdef) {
        return new GeneratedPaths(
                cdef.binaryName().replace('.', '/') + ".java",
                cdef.nativeBinaryName().replace('.', '/') + ".java",
                cdef.glueName(),
                cdef.binaryName() + "/reachability-metadata.json");
    }
}
