package io.github.cffi4j.compiler.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The Java that an author wrote beside the cdefs. */
public final class OwnJava {
    private OwnJava() {}

    /**
     * Refuses a cdef one of whose classes is also a class or a package of that Java, before javac says so of generated code.
     *
     * @param roots the module's roots of Java; that of generated classes may be among them
     */
    public static void refuseClashes(ProjectLayout layout, List<Path> roots) throws IOException {
        List<CdefFile> cdefs = CdefFile.find(layout.cdefs());
        for (Path root : roots) {
            if (!root.equals(layout.java()) && Files.isDirectory(root)) {
                for (Path file : filesOfJava(root)) {
                    String packageName = packageOf(root.relativize(file));
                    String className = classOf(packageName, file);
                    for (CdefFile cdef : cdefs) {
                        CdefNames.refuseClash(cdef, packageName, file);
                        CdefNames.refuseClash(cdef, file, className);
                    }
                }
            }
        }
    }

    /** Their names are those on disk: for macOS and Windows, class {@code Geo} and package {@code geo} are one path. */
    private static List<Path> filesOfJava(Path root) throws IOException {
        try (Stream<Path> files = Files.find(
                root, Integer.MAX_VALUE, (file, attributes) -> file.toString().endsWith(".java"))) {
            return files.sorted().toList();
        }
    }

    private static String classOf(String packageName, Path file) {
        String simpleName = file.getFileName().toString().replaceFirst("\\.java$", "");
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }

    private static String packageOf(Path file) {
        return StreamSupport.stream(file.spliterator(), false)
                .limit(file.getNameCount() - 1)
                .map(Path::toString)
                .collect(Collectors.joining("."));
    }
}
