package io.github.cffi4j.compiler.project;

import java.io.IOException;

/**
 * The folders that generating writes to.
 *
 * @param java the Java classes
 * @param glue the C between them and the library
 * @param cdefs the cdefs as the main jar has them, for others to include
 * @param metadata what the main jar tells native-image, by the class it is about
 * @param symbols what the main jar knows of libraries of the user's system, by the class that calls them
 */
record GeneratedFolders(
        GeneratedFolder java,
        GeneratedFolder glue,
        GeneratedFolder cdefs,
        GeneratedFolder metadata,
        GeneratedFolder symbols) {
    static GeneratedFolders of(ProjectLayout layout) {
        return new GeneratedFolders(
                new GeneratedFolder(layout.java()),
                new GeneratedFolder(layout.glue()),
                new GeneratedFolder(layout.classes().resolve(IncludableCdefs.SHIPPED)),
                new GeneratedFolder(layout.metadata()),
                new GeneratedFolder(layout.symbols()));
    }

    /** Deletes what an earlier run wrote and this one did not. */
    void deleteOthers() throws IOException {
        java.deleteOthers();
        glue.deleteOthers();
        cdefs.deleteOthers();
        metadata.deleteOthers();
        symbols.deleteOthers();
    }
}
