package io.github.cffi4j.compiler.nativebuild;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of pkg-config, as far as it says where headers are.
 *
 * @param includes the folders behind {@code -I}
 */
record PackageFile(List<Path> includes) {
    private static final Pattern VARIABLE = Pattern.compile("([A-Za-z_][\\w.]*)\\s*=\\s*(.*)");
    private static final Pattern FLAGS = Pattern.compile("C[Ff]lags\\s*:\\s*(.*)");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([\\w.]+)\\}");

    static PackageFile read(Path file) throws IOException {
        Map<String, String> variables = new HashMap<>();
        variables.put("pcfiledir", file.getParent().toString());
        List<Path> includes = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            Matcher variable = VARIABLE.matcher(line.strip());
            Matcher flags = FLAGS.matcher(line.strip());
            if (flags.matches()) {
                for (String flag : flags.group(1).split("\\s+")) {
                    if (flag.startsWith("-I")) {
                        add(expanded(flag.substring(2), variables), includes);
                    }
                }
            } else if (variable.matches()) {
                variables.put(variable.group(1), expanded(variable.group(2), variables));
            }
        }
        return new PackageFile(List.copyOf(includes));
    }

    private static void add(String folder, List<Path> includes) {
        try {
            includes.add(Path.of(folder).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            // Nothing that a compiler could search.
        }
    }

    /** Values are expanded when they are noted, so that no reference leads in a circle. */
    private static String expanded(String text, Map<String, String> variables) {
        return REFERENCE
                .matcher(text)
                .replaceAll(reference -> Matcher.quoteReplacement(variables.getOrDefault(reference.group(1), "")));
    }
}
