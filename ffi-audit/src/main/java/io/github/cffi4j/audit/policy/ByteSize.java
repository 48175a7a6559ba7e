package io.github.cffi4j.audit.policy;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them, in powers of ten. */
public final class ByteSize {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9}) ?(kB|MB)");
    private static final long KILO = 1000;
    private static final long MEGA = 1_000_000;

    private ByteSize() {}

    /**
     * Returns the bytes of {@code 10 MB} or {@code 512 kB}.
     *
     * @throws AuditInputException if the text is not a size
     */
    public static long parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new AuditInputException("'" + text + "' is not a size; write it as '10 MB' or '512 kB'");
        }
        return Long.parseLong(matcher.group(1)) * (matcher.group(2).equals("MB") ? MEGA : KILO);
    }

    /** {@code 1.31 MB}, {@code 51.5 kB}. */
    public static String text(long bytes) {
        return bytes >= MEGA
                ? String.format(Locale.ROOT, "%.2f MB", (double) bytes / MEGA)
                : String.format(Locale.ROOT, "%.1f kB", (double) bytes / KILO);
    }
}
