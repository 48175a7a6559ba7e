package io.github.cffi4j.compiler.project;

import io.github.cffi4j.compiler.compile.SourceLanguage;
import io.github.cffi4j.compiler.naming.BindingName;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A cdef on disk. Its path is its name in Java: {@code org/example/geo/Geo.cdef} is class {@code org.example.geo.Geo}.
 *
 * @param preamble the C or C++ file of the same name beside it
 */
record CdefFile(Path path, String packageName, String className, Optional<Path> preamble) {
    private static final String SUFFIX = ".cdef";

    /** The cdefs below a folder, in the order of their paths. */
    static List<CdefFile> find(Path root) throws IOException {
        List<Path> files = SourceTree.files(root);
        CdefNames.refuseMisspelt(files);
        List<CdefFile> cdefs = files.stream()
                .filter(file -> file.toString().endsWith(SUFFIX))
                .map(file -> of(root, file, files))
                .toList();
        CdefNames.refuseClashes(cdefs);
        return cdefs;
    }

    /**
     * @param files all there are, for the preamble
     */
    private static CdefFile of(Path root, Path file, List<Path> files) {
        String fileName = file.getFileName().toString();
        String className = fileName.substring(0, fileName.length() - SUFFIX.length());
        Path folder = root.relativize(file).getParent();
        List<String> packages = folder == null
                ? List.of()
                : StreamSupport.stream(folder.spliterator(), false)
                        .map(Path::toString)
                        .toList();
        CdefNames.require(file, "class", className);
        packages.forEach(name -> CdefNames.require(file, "package", name));
        return new CdefFile(file, String.join(".", packages), className, Preambles.of(file, className, files));
    }

    /** Returns the language of generated code that includes the preamble. */
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
     * Returns its text.
     *
     * @throws WrongSettingException if it is not UTF-8
     */
    String text() throws IOException {
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            // Without its cause, which Maven would tell too: "Input length = 3".
            throw new WrongSettingException(path + ": not UTF-8; save it in that encoding");
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

    /** The class beside it that declares the native methods, with its package. */
    String nativeBinaryName() {
        return BindingName.nativeClass(binaryName());
    }

    /** The class with its package. */
    String binaryName() {
        return packageName.isEmpty() ? className : packageName + "." + className;
    }
}
