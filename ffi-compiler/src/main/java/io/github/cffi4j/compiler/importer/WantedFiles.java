package io.github.cffi4j.compiler.importer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chooses the files whose declarations are imported. */
final class WantedFiles {
    /** Headers of the C library: the folder that has one of them is everybody's. */
    private static final List<String> SHARED =
            List.of("stddef.h", "stdlib.h", "stdio.h", "stdint.h", "string.h", "features.h", "sys/cdefs.h", "_mingw.h");

    /** Folders that distributions name after the machine that the headers in them are for. */
    private static final Pattern MACHINE = Pattern.compile(
            "(?:.*/)?(?<machine>(?:x86_64|aarch64|i[3-6]86|arm\\w*|riscv\\w*|powerpc\\w*|s390x)-(?:\\w+-)*(?:linux|apple|w64|windows|freebsd)"
                    + "[\\w-]*)/(?<file>.+)");

    private final ImportRecipe recipe;
    private final Predicate<String> isSystems;

    /**
     * @param isSystems says of which headers the C library of a system is the owner, so that those beside them are others'
     */
    WantedFiles(ImportRecipe recipe, Predicate<String> isSystems) {
        this.recipe = recipe;
        this.isSystems = isSystems;
    }

    /** Says of which of the files that a compiler has read the declarations are wanted. */
    Predicate<String> of(Set<String> files) {
        if (!recipe.from().isEmpty()) {
            List<Pattern> patterns =
                    recipe.from().stream().map(WantedFiles::glob).toList();
            return file -> patterns.stream()
                    .anyMatch(pattern -> pattern.matcher("/" + slashes(file)).matches());
        }
        Set<String> exact = new LinkedHashSet<>();
        Set<String> folders = new LinkedHashSet<>();
        for (String header : recipe.headers()) {
            String found = find(header, files);
            exact.add(found);
            String folder = found.substring(0, found.lastIndexOf('/') + 1);
            // A folder with headers of everybody, such as /usr/include: only the one of the library's name is its own.
            folders.add(
                    isSystems.test(found) || isShared(folder, files)
                            ? found.replaceFirst("\\.\\w+$", "") + "/"
                            : folder);
        }
        return file -> {
            String path = slashes(file);
            return exact.contains(path) || folders.stream().anyMatch(path::startsWith);
        };
    }

    /** The path under which a header was found. */
    static String find(String header, Set<String> files) {
        return files.stream()
                .map(WantedFiles::slashes)
                .filter(file -> isHeader(file, header))
                .findFirst()
                .orElse(header);
    }

    /** Returns a warning about a header that may describe one machine; nothing about others. */
    static Optional<String> machine(String file) {
        Matcher path = MACHINE.matcher(slashes(file));
        return path.matches()
                ? Optional.of(path.group("file") + " is from a folder of " + path.group("machine")
                        + ": if it describes that machine, take the header from the library's sources")
                : Optional.empty();
    }

    /** Returns true if a file is what an {@code #include} names. */
    static boolean isHeader(String file, String header) {
        return file.equals(header) || file.endsWith("/" + header);
    }

    private static boolean isShared(String folder, Set<String> files) {
        return files.stream().map(WantedFiles::slashes).anyMatch(file -> SHARED.stream()
                .anyMatch(standard -> file.equals(folder + standard)));
    }

    private static Pattern glob(String pattern) {
        StringBuilder regex = new StringBuilder(".*/");
        String glob = pattern.endsWith("/") ? pattern + "**" : pattern;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (c == '*' && i + 1 < glob.length() && glob.charAt(i + 1) == '*') {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString());
    }

    private static String slashes(String file) {
        return file.replace('\\', '/');
    }
}
