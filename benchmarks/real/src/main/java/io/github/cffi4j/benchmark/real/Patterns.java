package io.github.cffi4j.benchmark.real;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.example.pcre2.Regex;

/** PCRE2 beside java.util.regex: all addresses in a text, with their groups. */
final class Patterns {
    private static final int[] SIZES = {64, 1 << 16, 1 << 20};
    private static final String ADDRESS = "([a-z]+)@([a-z]+)\\.org";
    /** Not at the beginning of an address: a matcher that goes from place to place looks at each of them. */
    private static final String WORDS = "\\b[a-z]*(ing|ab|xy)[a-z]*\\b";

    private Patterns() {}

    static List<Comparison> pcre2() {
        List<Comparison> comparisons = new ArrayList<>();
        for (int size : SIZES) {
            String text = Texts.words(size);
            comparisons.add(find("find addresses", ADDRESS, size, text));
            comparisons.add(find("find words", WORDS, size, text));
        }
        comparisons.add(new Comparison(
                "PCRE2", "compile a pattern", 0, () -> Regex.compile(ADDRESS).close(), () -> Pattern.compile(ADDRESS)));
        return comparisons;
    }

    private static Comparison find(String what, String pattern, int size, String text) {
        Regex ours = Regex.compile(pattern);
        Pattern javas = Pattern.compile(pattern);
        Comparison.same(what, ours(ours, text), javas(javas, text));
        return new Comparison("PCRE2", what, size, () -> ours(ours, text), () -> javas(javas, text));
    }

    private static List<List<String>> ours(Regex pattern, String text) {
        return pattern.find(text).map(Regex.Match::groups).toList();
    }

    private static List<List<String>> javas(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(Patterns::groups).toList();
    }

    private static List<String> groups(MatchResult match) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i <= match.groupCount(); i++) {
            groups.add(match.group(i));
        }
        return groups;
    }
}
