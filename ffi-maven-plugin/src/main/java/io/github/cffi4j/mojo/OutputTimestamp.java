package io.github.cffi4j.mojo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads {@code project.build.outputTimestamp} as Maven's own plugins do: an ISO time, or seconds since 1970. */
final class OutputTimestamp {
    /** The earliest time a zip entry can have. Without a configured time the jars are reproducible all the same. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

    private OutputTimestamp() {}

    static LocalDateTime parse(String text) {
        if (text == null || text.length() < 2) {
            return EARLIEST;
        }
        Instant instant = text.chars().allMatch(Character::isDigit)
                ? Instant.ofEpochSecond(Long.parseLong(text))
                : OffsetDateTime.parse(text).toInstant();
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return time.isBefore(EARLIEST) ? EARLIEST : time;
    }
}
