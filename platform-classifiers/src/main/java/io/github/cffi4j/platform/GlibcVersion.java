package io.github.cffi4j.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a glibc, from the banner it prints when it is run as a program: asking it needs no native call. */
final class GlibcVersion {
    private static final Pattern BANNER = Pattern.compile("GNU C Library .{0,200}? release version (\\d+\\.\\d+)");

    private GlibcVersion() {}

    /** The version of the glibc that is mapped; empty if there is none or it cannot be read. */
    static Optional<String> ofMapped(List<String> mappings) {
        return ProcessMappings.glibc(mappings).flatMap(path -> ofFile(Path.of(path)));
    }

    static Optional<String> ofFile(Path libc) {
        try {
            Matcher banner = BANNER.matcher(Files.readString(libc, StandardCharsets.ISO_8859_1));
            return banner.find() ? Optional.of(banner.group(1)) : Optional.empty();
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }
}
