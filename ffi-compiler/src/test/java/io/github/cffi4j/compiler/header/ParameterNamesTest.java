package io.github.cffi4j.compiler.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of parameters are found in the text of declarations; what is no name is not taken for one. */
class ParameterNamesTest {
    private static final Set<String> TYPES = Set.of("size_t", "type_t", "API");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "typedef void (*visit)(double value, void *context);          | visit   | [value, context]",
                "typedef void (*visit)(double, void *);                       | visit   | [, ]",
                "typedef int visit(int a, struct s b, struct t);              | visit   | [a, b, ]",
                "int (*visit)(void);                                          | visit   | []",
                "int (*visit[3])(type_t, type_t named, unsigned);             | visit   | [, named, ]",
                "void (API *const visit)(const char *const text, ...);        | visit   | [text]",
                "void each(int n, int (*visit)(int i, int *out[2]), void *s); | visit   | [i, out]",
                "void each(int n, int (*visit)(int i, int *out[2]), void *s); | each    | [n, visit, s]",
                "int (*visit)(int /* the first */ a, // and~ int b);         | visit   | [a, b]",
                "int (*visit)(int a, int a);                                  | visit   | null",
                "CALLBACK(void, visit, (int a));                              | visit   | null",
                "void (*signal(int number, void (*act)(int code)))(int last); | signal  | [number, act]",
                "void (*signal(int number, void (*act)(int code)))(int last); | act     | [code]",
                "int (*visit)(int a                                           | visit   | []",
            })
    void areThoseOfTheText(String text, String owner, String names) {
        Map<String, ?> found = ParameterNames.in(text.replace('~', '\n'), TYPES::contains);
        assertThat(String.valueOf(found.get(owner))).isEqualTo(names);
    }
}
