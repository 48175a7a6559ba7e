package io.github.cffi4j.cdef;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Mutates good and bad cdefs, token by token; always the same ones. Only a {@link CdefException} may come out. */
class FuzzTest {
    private static final long SEED = 20_261_122L;
    private static final int ROUNDS = 10_000;
    private static final Pattern TOKEN = Pattern.compile("\\w+|\\s+|\\.\\.\\.|.", Pattern.DOTALL);

    private static final List<String> GOOD = List.of(
            "#define X 3\ntypedef struct { int a[X]; char *b; ...; } t;\nint f(t *x, const char *s, ...);",
            "enum e { A, B = 1 << 3, C = ... };\ntypedef int... id;\nextern id errors;\nstatic const double PI;",
            "typedef void (*visitor)(int depth, void *state);\nextern \"Java\" { int on_event(visitor v); }",
            "#ifdef _WIN32\nint a(void);\n#elif __GLIBC__ >= 2 && !defined(__aarch64__)\nint b(void);\n#else\n"
                    + "struct s { int x; };\n#endif\nint c(void);",
            "struct s {\n#ifndef __APPLE__\nint x : 3;\n#else\nlong y;\n#endif\n};\nint f(struct s s);");

    private final Random random = new Random(SEED);

    @Test
    void everyMutantParsesOrIsExplained() throws IOException {
        List<String> corpus = new ArrayList<>();
        BadCdefTest.cdefs().map(BadCdefTest.BadCdef::cdef).forEach(bad -> {
            // As many good ones as bad ones: most mutants of these do not parse.
            corpus.add(bad);
            corpus.add(GOOD.get(corpus.size() / 2 % GOOD.size()));
        });
        List<String> words = corpus.stream()
                .flatMap(cdef -> tokens(cdef).stream())
                .distinct()
                .toList();
        int parsed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String mutant = mutant(corpus, words);
            try {
                ConditionalCdef cdef = CdefParser.parse(new SourceText("fuzz", mutant));
                assertThat(cdef.variants()).allSatisfy(variant -> assertThat(CdefPrinter.print(variant.cdef()))
                        .isNotNull());
                parsed++;
            } catch (CdefException e) {
                assertThat(e.diagnostics()).hasSizeBetween(1, Diagnostics.MOST_ERRORS);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("round " + round + ": " + mutant, e);
            }
        }
        assertThat(parsed).isBetween(ROUNDS / 100, ROUNDS * 9 / 10);
    }

    private String mutant(List<String> corpus, List<String> words) {
        List<String> tokens = new ArrayList<>(tokens(pick(corpus)));
        if (random.nextBoolean()) {
            tokens.add("\n");
            tokens.addAll(tokens(pick(corpus)));
        }
        int mutations = 1 + random.nextInt(4);
        for (int i = 0; i < mutations && !tokens.isEmpty(); i++) {
            int at = random.nextInt(tokens.size());
            switch (random.nextInt(5)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.add(at, pick(words));
                case 2 -> tokens.set(at, pick(words));
                case 3 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
                default -> tokens.addAll(at, List.copyOf(tokens.subList(at, Math.min(tokens.size(), at + 8))));
            }
        }
        return String.join("", tokens);
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(result -> result.group()).collect(Collectors.toList());
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
