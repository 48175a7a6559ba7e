package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.platform.Platform;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Arithmetic with {@code long double} where zig's run time would do it wrong: on PowerPC it is two doubles, and zig takes it for
 * a binary128. Some functions it lacks; others, such as {@code __fixtfdi}, it has, and they compute something else.
 */
final class LongDoubles {
    private static final Pattern ARITHMETIC =
            Pattern.compile("undefined symbol: (__gcc_q\\w+|__\\w*tf\\w*|__(?:mul|div)tc3)\\b");

    private LongDoubles() {}

    /** Returns true if zig's run time lacks this arithmetic for a platform. */
    static boolean unknownTo(Platform platform) {
        return platform.arch().longDoubleOfTwoDoubles();
    }

    /**
     * Refuses a library that needs such arithmetic.
     *
     * @param lean what a link without zig's run time said
     */
    static void refuse(Platform platform, ProcessResult lean) throws LinkException {
        Optional<String> function = ARITHMETIC
                .matcher(unknownTo(platform) ? lean.stderr() : "")
                .results()
                .findFirst()
                .map(MatchResult::group)
                .map(found -> found.substring(found.lastIndexOf(' ') + 1));
        if (function.isPresent()) {
            throw new LinkException("cannot link for " + platform + ": it needs '" + function.get()
                    + "', arithmetic with long double, which is two doubles there and which zig would compute wrongly:\n"
                    + lean.stderr().strip()
                    + "\n  fix: compute with double there (#ifdef __powerpc64__), or leave " + platform
                    + " out of <platforms>");
        }
    }
}
