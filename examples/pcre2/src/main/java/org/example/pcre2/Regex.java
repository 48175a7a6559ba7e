package org.example.pcre2;

import static org.example.pcre2.Pcre2.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.CTypes.size_t;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.Owned;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A regular expression of Perl's kind. Threads may share one. */
public final class Regex implements AutoCloseable {
    private final Owned<pcre2_code_8> code;

    private Regex(pcre2_code_8 code) {
        this.code = pcre2_code_8.owned(code, Pcre2::pcre2_code_free_8);
    }

    /**
     * Compiles a pattern, to machine code where the library can.
     *
     * @throws IllegalArgumentException if the pattern is wrong, in the library's words
     */
    public static Regex compile(String pattern) {
        byte[] text = utf8(pattern);
        try (Arena arena = Arena.open()) {
            IntPointer error = IntPointer.allocate(arena);
            size_t offset = size_t.allocate(arena);
            pcre2_code_8 code = pcre2_compile_8(text, text.length, PCRE2_UTF, error, offset, null);
            if (code == null) {
                throw new IllegalArgumentException(
                        message(error.get()) + " at byte " + offset.get() + " of " + pattern);
            }
            // Without a JIT compiler for this processor, the pattern is interpreted.
            pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE);
            return new Regex(code);
        }
    }

    /** The library's version and date. */
    public static String version() {
        BytePointer text = BytePointer.allocate(pcre2_config_8(PCRE2_CONFIG_VERSION, null));
        pcre2_config_8(PCRE2_CONFIG_VERSION, text);
        return text.string();
    }

    /** All matches from left to right, which do not overlap. */
    public Stream<Match> find(String text) {
        List<Match> found = new ArrayList<>();
        byte[] bytes = utf8(text);
        try (Arena arena = Arena.open();
                Owned<pcre2_match_data_8> data = pcre2_match_data_8.owned(
                        pcre2_match_data_create_from_pattern_8(code.get(), null), Pcre2::pcre2_match_data_free_8)) {
            BytePointer subject = BytePointer.of(arena, bytes);
            size_t offsets = pcre2_get_ovector_pointer_8(data.get());
            long start = 0;
            long again = 0;
            while (start <= bytes.length) {
                // Java writes good UTF-8. A check at each match would read the whole text each time.
                long options = again | PCRE2_NO_UTF_CHECK;
                int groups = pcre2_match_8(code.get(), subject, bytes.length, start, options, data.get(), null);
                if (groups > 0) {
                    found.add(match(bytes, groups, offsets));
                    start = offsets.get(1);
                    // After an empty match, another one at the same place would be found for ever.
                    again = offsets.get(0) == start ? PCRE2_NOTEMPTY_ATSTART | PCRE2_ANCHORED : 0;
                } else if (groups == PCRE2_ERROR_NOMATCH && again != 0) {
                    start = next(bytes, (int) start);
                    again = 0;
                } else if (groups == PCRE2_ERROR_NOMATCH) {
                    break;
                } else {
                    throw new IllegalStateException(message(groups));
                }
            }
        }
        return found.stream();
    }

    /**
     * The number of a group that has a name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public int group(String name) {
        int number = pcre2_substring_number_from_name_8(code.get(), utf8(name + "\0"));
        if (number < 0) {
            throw new IllegalArgumentException("no group is called " + name);
        }
        return number;
    }

    @Override
    public void close() {
        code.close();
    }

    /**
     * A match.
     *
     * @param groups the whole match, and then each group; null for a group that did not take part
     */
    public record Match(List<String> groups) {
        /** The whole match. */
        public String text() {
            return groups.get(0);
        }
    }

    private static Match match(byte[] bytes, int groups, size_t offsets) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            int from = (int) offsets.get(2L * i);
            int to = (int) offsets.get(2L * i + 1);
            texts.add(from < 0 ? null : new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
        return new Match(texts);
    }

    /** Where the next character begins. */
    private static int next(byte[] bytes, int start) {
        int next = start + 1;
        while (next < bytes.length && (bytes[next] & 0xC0) == 0x80) {
            next++;
        }
        return next;
    }

    private static String message(int code) {
        byte[] text = new byte[256];
        int length = pcre2_get_error_message_8(code, text, text.length);
        return length < 0 ? "error " + code : new String(text, 0, length, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
