package io.github.cffi4j.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of the documentation, whose blocks of code a test runs as they are written.
 *
 * @param text all of it
 */
record DocsPage(String text) {

    /** Reads a file of {@code docs/}. */
    static DocsPage read(String name) throws IOException {
        return new DocsPage(Files.readString(
                Path.of(TestSettings.property("it.checkout")).resolve("docs").resolve(name)));
    }

    /** Returns the only block of a language that the page says a test tests and that has a certain text. */
    String block(Class<?> test, String language, String part) {
        List<String> blocks = Pattern.compile(
                        "(?s)<!-- tested by " + test.getSimpleName() + " -->\n```" + language + "\n(.*?)```")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(block -> block.contains(part))
                .toList();
        if (blocks.size() != 1) {
            throw new IllegalStateException(blocks.size() + " blocks of " + language + " have '" + part + "'");
        }
        return blocks.get(0);
    }
}
