package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A package has 25 classes at most, or its package-info says why it has more. */
class PackageSizesIT {
    private static final Path CHECKOUT = Path.of(TestSettings.property("it.checkout"));
    private static final int MOST = 25;
    private static final Pattern WHY = Pattern.compile("has more than " + MOST + " classes,? (most of them|because)");

    @Test
    void largePackagesSayWhy() throws IOException {
        int large = 0;
        List<Path> silent = new ArrayList<>();
        for (Path folder : packages()) {
            if (classes(folder) > MOST) {
                large++;
                if (!WHY.matcher(text(folder.resolve("package-info.java"))).find()) {
                    silent.add(CHECKOUT.relativize(folder));
                }
            }
        }
        assertThat(silent).isEmpty();
        assertThat(large).as("packages that were looked at").isPositive();
    }

    private static List<Path> packages() throws IOException {
        List<Path> folders = new ArrayList<>();
        try (Stream<Path> modules = Files.list(CHECKOUT)) {
            for (Path sources : modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> all = Files.walk(sources)) {
                    folders.addAll(all.filter(Files::isDirectory).toList());
                }
            }
        }
        return folders;
    }

    /** Its comment as one line. */
    private static String text(Path file) throws IOException {
        return Files.readString(file).replaceAll("\\s+\\*? ?", " ");
    }

    private static long classes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java") && !file.endsWith("module-info.java"))
                    .count();
        }
    }
}
