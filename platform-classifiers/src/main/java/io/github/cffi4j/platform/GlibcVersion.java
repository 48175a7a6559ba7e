package io.github.cffi4j.platform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a glibc, from the banner it prints when it is run as a program: asking it needs no native call. */
final class GlibcVersion {
    private static final Pattern BANNER = Pattern.compile("GNU C Library .{0,200}? release version (\\d+\\.\\d+)");

    private GlibcVersion() {}

    /** The version of the glibc that is mapped; empty if there is none or it cannot be read. */
    static Optional<String> of(HostFacts facts) {
        return ProcessMappings.glibc(facts.mappings())
                .flatMap(facts.machine()::text)
                .flatMap(GlibcVersion::ofText);
    }

    static Optional<String> ofText(String libc) {
        Matcher banner = BANNER.matcher(libc);
        return banner.find() ? Optional.of(banner.group(1)) : Optional.empty();
    }
}
