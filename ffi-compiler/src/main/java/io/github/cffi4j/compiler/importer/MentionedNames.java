package io.github.cffi4j.compiler.importer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that sources mention. */
final class MentionedNames {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final List<String> SUFFIXES = List.of(".java", ".kt", ".scala", ".groovy");

    private MentionedNames() {}

    /** All names in the sources below some folders. */
    static Set<String> below(List<Path> roots) throws IOException {
        Set<String> names = new HashSet<>();
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file :
                            files.filter(MentionedNames::isSource).sorted().toList()) {
                        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                        Matcher name = NAME.matcher(text);
                        while (name.find()) {
                            names.add(name.group());
                            // Java's name for one that is a word of its own.
                            names.add(name.group().replaceFirst("_$", ""));
                        }
                    }
                }
            }
        }
        return names;
    }

    private static boolean isSource(Path file) {
        return SUFFIXES.stream().anyMatch(suffix -> file.toString().endsWith(suffix));
    }
}
