package io.github.cffi4j.build.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a link went, noted beside the library for builds that need not link again.
 *
 * @param parts what came out of zig's own folder
 */
record LinkResult(LinkMode mode, Set<RuntimePart> parts) {
    LinkResult {
        parts = Set.copyOf(parts);
    }

    static void delete(Path library) throws IOException {
        Files.deleteIfExists(file(library));
    }

    static boolean isNoted(Path library) {
        return Files.isRegularFile(file(library));
    }

    static LinkResult read(Path library) throws IOException {
        List<String> lines = Files.readAllLines(file(library));
        Set<RuntimePart> parts = EnumSet.noneOf(RuntimePart.class);
        lines.stream().skip(1).map(RuntimePart::valueOf).forEach(parts::add);
        return new LinkResult(LinkMode.valueOf(lines.get(0)), parts);
    }

    void write(Path library) throws IOException {
        List<String> lines = new ArrayList<>(List.of(mode.name()));
        parts.stream().sorted().map(RuntimePart::name).forEach(lines::add);
        Files.write(file(library), lines);
    }

    private static Path file(Path library) {
        return library.resolveSibling(library.getFileName() + ".link");
    }
}
