package io.github.cffi4j.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of one of the projects in {@code it/src/projects}, which a test may change and build.
 *
 * @param folder where its pom is
 */
record TestProject(Path folder) {
    private static final String PARENT = "parent";

    /** Copies a project and its parent into a folder; {@code @version@} in poms becomes the version of this build. */
    static TestProject copy(String name, Path into) throws IOException {
        copyTree(TestSettings.PROJECTS.resolve(PARENT), into.resolve(PARENT));
        copyTree(TestSettings.PROJECTS.resolve(name), into.resolve(name));
        return new TestProject(into.resolve(name));
    }

    /** Runs Maven in this project, with the usual surroundings. */
    BuildOutcome run(String... arguments) {
        return ChildMaven.usual().run(folder, arguments);
    }

    Path file(String relative) {
        return folder.resolve(relative);
    }

    String read(String relative) throws IOException {
        return Files.readString(file(relative));
    }

    void write(String relative, String text) throws IOException {
        Files.createDirectories(file(relative).getParent());
        Files.writeString(file(relative), text);
    }

    /** Replaces a text that is there exactly once. */
    void replace(String relative, String old, String replacement) throws IOException {
        String text = read(relative);
        int at = text.indexOf(old);
        if (at < 0 || text.indexOf(old, at + 1) >= 0) {
            throw new IllegalArgumentException(relative + " does not have '" + old + "' exactly once");
        }
        write(relative, text.replace(old, replacement));
    }

    /** The main jar. */
    Path jar() {
        return file("target/" + folder.getFileName() + "-1.0.jar");
    }

    /** The jar of a platform. */
    Path jar(String classifier) {
        return file("target/" + folder.getFileName() + "-1.0-" + classifier + ".jar");
    }

    private static void copyTree(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(from)) {
            files = tree.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            if (file.endsWith("pom.xml")) {
                Files.writeString(target, Files.readString(file).replace("@version@", TestSettings.VERSION));
            } else {
                Files.copy(file, target);
            }
        }
    }
}
