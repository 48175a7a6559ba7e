package io.github.cffi4j.build.project;

import io.github.cffi4j.build.compile.SourceLanguage;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.lang.model.SourceVersion;

/**
 * A cdef on disk. Its path is its name in Java: {@code org/example/geo/Geo.cdef} is class {@code org.example.geo.Geo}.
 *
 * @param preamble the C or C++ file of the same name beside it
 */
record CdefFile(Path path, String packageName, String className, Optional<Path> preamble) {
    private static final String SUFFIX = ".cdef";
    private static final List<String> PREAMBLES = List.of(".c", ".cpp", ".cc", ".cxx");

    /** The cdefs below a folder, in the order of their paths. */
    static List<CdefFile> find(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> found = files.filter(file -> SourceFile.visible(file, SUFFIX))
                    .sorted()
                    .toList();
            return found.stream().map(file -> of(root, file)).toList();
        }
    }

    private static CdefFile of(Path root, Path file) {
        String fileName = file.getFileName().toString();
        String className = fileName.substring(0, fileName.length() - SUFFIX.length());
        Path folder = root.relativize(file).getParent();
        String packageName = folder == null
                ? ""
                : StreamSupport.stream(folder.spliterator(), false)
                        .map(Path::toString)
                        .collect(Collectors.joining("."));
        String binaryName = packageName.isEmpty() ? className : packageName + "." + className;
        if (!SourceVersion.isName(binaryName)) {
            throw new IllegalArgumentException(
                    file + ": its path is to be a Java class, and '" + binaryName + "' cannot be one; rename it");
        }
        if (className.contains(".")) {
            throw new IllegalArgumentException(file + ": its name is to be that of a Java class, and '" + className
                    + "' has a dot; rename it, as " + className.replace(".", "") + SUFFIX);
        }
        return new CdefFile(file, packageName, className, preamble(file, className));
    }

    private static Optional<Path> preamble(Path file, String className) {
        List<Path> found = PREAMBLES.stream()
                .map(suffix -> file.resolveSibling(className + suffix))
                .filter(Files::isRegularFile)
                .toList();
        if (found.size() > 1) {
            throw new IllegalArgumentException(file + ": has two preambles, "
                    + found.get(0).getFileName() + " and " + found.get(1).getFileName() + "; keep one of them");
        }
        return found.stream().findFirst();
    }

    /** What generated code that includes the preamble is written in. */
    SourceLanguage language() {
        return preamble.flatMap(SourceLanguage::of).orElse(SourceLanguage.C);
    }

    /** Its glue: C++ if the preamble is, so that it can include it. */
    String glueName() {
        return binaryName() + ".ffi" + suffix();
    }

    /** The file that compilers are asked with, in the same language. */
    String probeName(String variant) {
        return binaryName() + variant + ".probe" + suffix();
    }

    private String suffix() {
        return language() == SourceLanguage.CPP ? ".cpp" : ".c";
    }

    /**
     * What it says.
     *
     * @throws IllegalArgumentException if it is not UTF-8
     */
    String text() throws IOException {
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            // Without its cause, which Maven would tell too: "Input length = 3".
            throw new IllegalArgumentException(path + ": not UTF-8; save it in that encoding");
        }
    }

    /** The name as errors show it. */
    String name() {
        return path.getFileName().toString();
    }

    /** Its path below the cdefs' root, as other cdefs include it. */
    String includePath() {
        return binaryName().replace('.', '/') + SUFFIX;
    }

    /** The class with its package. */
    String binaryName() {
        return packageName.isEmpty() ? className : packageName + "." + className;
    }
}
