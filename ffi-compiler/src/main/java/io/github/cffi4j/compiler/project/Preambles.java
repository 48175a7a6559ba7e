package io.github.cffi4j.compiler.project;

import io.github.cffi4j.compiler.compile.SourceLanguage;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the C or C++ file of the same name beside a cdef. */
final class Preambles {

    private Preambles() {}

    /**
     * @param files all that are below the cdefs' root, by the names that they have on disk
     * @throws WrongSettingException if there are two, or one that its author takes for a preamble and that is none
     */
    static Optional<Path> of(Path cdef, String className, List<Path> files) {
        List<Path> beside = files.stream()
                .filter(file -> file.getParent().equals(cdef.getParent()))
                .filter(file -> base(file).equalsIgnoreCase(className))
                .toList();
        List<Path> preambles = beside.stream()
                .filter(file -> base(file).equals(className))
                .filter(Preambles::included)
                .toList();
        if (preambles.size() > 1) {
            throw new WrongSettingException(cdef + ": has two preambles, "
                    + preambles.get(0).getFileName() + " and "
                    + preambles.get(1).getFileName()
                    + "; keep one of them");
        }
        if (preambles.isEmpty()) {
            beside.stream()
                    .filter(file -> included(file) || SourceLanguage.isOfAnother(file))
                    .findFirst()
                    .ifPresent(file -> {
                        throw new WrongSettingException(
                                file + ": is not taken for the preamble of " + cdef.getFileName() + "; rename it to "
                                        + className + ".c, or " + className + ".cpp for C++");
                    });
        }
        return preambles.stream().findFirst();
    }

    private static boolean included(Path file) {
        return SourceLanguage.of(file)
                .filter(language -> language != SourceLanguage.ASSEMBLY)
                .isPresent();
    }

    private static String base(Path file) {
        String name = file.getFileName().toString();
        return name.lastIndexOf('.') < 0 ? name : name.substring(0, name.lastIndexOf('.'));
    }
}
