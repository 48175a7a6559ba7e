package io.github.cffi4j.compiler.module;

import io.github.cffi4j.compiler.compile.LinkMode;
import io.github.cffi4j.compiler.project.BuiltLibrary;
import io.github.cffi4j.platform.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The rows people watch a build by: platform, file, size, time. */
public final class LibraryTable {
    private static final double MEGABYTE = 1e6;
    private static final double KILOBYTE = 1e3;

    private final int platformWidth;
    private final int fileWidth;
    private final String library;

    public LibraryTable(List<Platform> platforms, String library) {
        this.library = library;
        this.platformWidth =
                platforms.stream().mapToInt(p -> p.classifier().length()).max().orElse(0);
        this.fileWidth = platforms.stream()
                .mapToInt(p -> p.libraryFileName(library).length())
                .max()
                .orElse(0);
    }

    public String row(BuiltLibrary built) {
        Platform platform = built.library().platform();
        String format = "  %-" + platformWidth + "s  %-" + fileWidth + "s  %9s  %9s%s";
        return String.format(
                        Locale.ROOT,
                        format,
                        platform.classifier(),
                        platform.libraryFileName(library),
                        size(built.library().size()),
                        built.changed() ? seconds(built.elapsed()) : "unchanged",
                        built.library().mode() == LinkMode.FULL ? "  full link" : "")
                .stripTrailing();
    }

    private static String size(long bytes) {
        return bytes >= MEGABYTE
                ? String.format(Locale.ROOT, "%.2f MB", bytes / MEGABYTE)
                : String.format(Locale.ROOT, "%.1f kB", bytes / KILOBYTE);
    }

    private static String seconds(Duration elapsed) {
        return String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
    }
}
