package io.github.cffi4j.compiler.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Quotes the header's own declaration, where clang says which it is: {@code declared in time.h:132 as ...}. */
final class HeaderQuotation {
    /** Longer declarations are cut; the place is named anyway. */
    private static final int MAX_LINES = 6;

    private HeaderQuotation() {}

    static Optional<String> of(ClangMessage error) {
        return error.notes().stream()
                .filter(note -> note.text().endsWith("declared here")
                        || note.text().startsWith("passing argument to parameter"))
                .filter(note -> !note.at().file().equals(Probe.FILE))
                .findFirst()
                .map(note -> "declared in " + Path.of(note.at().file()).getFileName() + ":"
                        + note.at().line()
                        + declaration(note.at()).map(text -> " as " + text).orElse(""));
    }

    private static int start(String line, int column) {
        String before = line.substring(0, column);
        return Math.max(before.lastIndexOf(';'), before.lastIndexOf('}')) + 1;
    }

    private static Optional<String> declaration(ClangMessage.Place place) {
        try {
            List<String> lines = Files.readAllLines(Path.of(place.file()), StandardCharsets.ISO_8859_1);
            StringBuilder text = new StringBuilder();
            int column = Math.min(place.column(), lines.get(place.line() - 1).length());
            for (int i = place.line() - 1; i < Math.min(lines.size(), place.line() - 1 + MAX_LINES); i++) {
                String line = lines.get(i);
                // Other declarations may stand before this one.
                text.append(i == place.line() - 1 ? line.substring(start(line, column)) : line)
                        .append(' ');
                int end = text.indexOf(";");
                if (end >= 0) {
                    return Optional.of(
                            text.substring(0, end).replaceAll("\\s+", " ").strip());
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            // The quotation is a courtesy: without it the place is still named.
            return Optional.empty();
        }
    }
}
