package io.github.cffi4j.compiler.module;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads {@code project.build.outputTimestamp} as Maven's own plugins do: an ISO time, or seconds since 1970. */
public final class OutputTimestamp {
    /** The earliest time a zip entry can have. Without a configured time the jars are reproducible all the same. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

    private OutputTimestamp() {}

    /** The time of zip entries, in UTC. */
    public static LocalDateTime parse(String text) {
        return of(text).map(instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC))
                .filter(time -> !time.isBefore(EARLIEST))
                .orElse(EARLIEST);
    }

    /**
     * Returns the time, if there is one: a single character stands for none.
     *
     * @throws WrongSettingException if the text is not a time
     */
    public static Optional<Instant> of(String text) {
        if (text == null || text.length() < 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.chars().allMatch(Character::isDigit)
                            ? Instant.ofEpochSecond(Long.parseLong(text))
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException | NumberFormatException e) {
            throw new WrongSettingException(
                    "project.build.outputTimestamp: '" + text
                            + "' is not a time; fix: write it as 2026-01-31T12:00:00Z, or as seconds since 1970",
                    e);
        }
    }
}
