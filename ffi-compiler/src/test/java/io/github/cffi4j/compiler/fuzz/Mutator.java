package io.github.cffi4j.compiler.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Breaks texts: tokens are lost, doubled, exchanged; brackets nest too deep; characters are put in and cut off. */
final class Mutator {
    private static final Pattern TOKEN = Pattern.compile("\\w+|\\s+|\\.\\.\\.|.", Pattern.DOTALL);
    private static final List<String> NASTY = List.of(
            "\0",
            "\\\n",
            "/*",
            "*/",
            "//",
            "\"",
            "'",
            "\r",
            "#",
            "# 1 \"a\"\n",
            "\uFEFF",
            "é",
            "\uD800",
            "\t",
            "??/",
            "0x",
            "1e",
            "99999999999999999999",
            "18446744073709551615",
            "0xFFFFFFFFFFFFFFFFULL",
            "1e999",
            "-",
            "...",
            "[[",
            "{",
            "}",
            "(",
            ")",
            "_Complex",
            "long double",
            "#if 1\n",
            "#ifdef _WIN32\n",
            "#elif defined(__linux__)\n",
            "#else\n",
            "#include \"a.cdef\"\n",
            "#endif\n",
            "#pragma pack(1)\n",
            "__attribute__((packed))",
            "_Alignas(8)",
            "_Static_assert(1, \"x\");",
            "sizeof",
            "struct {",
            "extern \"C\" {",
            "typedef",
            ":",
            "::",
            "?",
            "@",
            "$",
            "`");

    private final List<String> corpus;
    private final List<String> words;

    Mutator(List<String> corpus) {
        this.corpus = corpus;
        this.words = corpus.stream()
                .flatMap(text -> tokens(text).stream())
                .distinct()
                .toList();
    }

    /** A text of the corpus with faults. */
    String next(Chance chance) {
        return mutate(chance, chance.oneIn(2) ? chance.pick(corpus) : chance.pick(corpus) + "\n" + chance.pick(corpus));
    }

    String mutate(Chance chance, String text) {
        List<String> tokens = new ArrayList<>(tokens(text));
        for (int left = 1 + chance.below(4); left > 0 && !tokens.isEmpty(); left--) {
            int at = chance.below(tokens.size());
            int end = Math.min(tokens.size(), at + 1 + chance.below(12));
            switch (chance.below(9)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.add(at, chance.pick(words));
                case 2 -> tokens.set(at, chance.pick(words));
                case 3 -> tokens.add(at, tokens.get(chance.below(tokens.size())));
                case 4 -> tokens.addAll(at, List.copyOf(tokens.subList(at, end)));
                case 5 -> tokens.add(at, chance.pick(NASTY));
                case 6 -> tokens.subList(at, end).clear();
                case 7 -> tokens.set(at, cut(chance, tokens.get(at)));
                default ->
                    tokens.add(
                            at, chance.pick(chance.pick(NASTY), tokens.get(at)).repeat(1 + chance.below(300)));
            }
        }
        return String.join("", tokens);
    }

    private String cut(Chance chance, String token) {
        int at = chance.below(token.length() + 1);
        return token.substring(0, at)
                + (chance.oneIn(2) ? "" : String.valueOf((char) chance.below(0x250)))
                + token.substring(at);
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).collect(Collectors.toList());
    }
}
