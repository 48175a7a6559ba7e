package io.github.cffi4j.compiler.project;

/**
 * Where in its {@link GeneratedFolders} what is generated for one cdef stands.
 *
 * @param java the Java class
 * @param glue the C file
 * @param metadata the file for native-image, whose folder no other jar has
 * @param symbols the tables of a binding without C of its own
 */
record GeneratedPaths(String java, String glue, String metadata, String symbols) {
    static GeneratedPaths of(CdefFile cdef) {
        return new GeneratedPaths(
                cdef.binaryName().replace('.', '/') + ".java",
                cdef.glueName(),
                cdef.binaryName() + "/reachability-metadata.json",
                cdef.binaryName() + ".abi");
    }
}
