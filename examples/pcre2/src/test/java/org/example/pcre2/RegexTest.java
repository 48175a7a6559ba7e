package org.example.pcre2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RegexTest {
    @Test
    void itIsTheVersionOfThePom() {
        assertThat(Regex.version()).startsWith("10.46 ");
    }

    @Test
    void matchesAreAStream() {
        try (Regex words = Regex.compile("\\p{Lu}\\w+")) {
            assertThat(words.find("Zugspitze, the Ötztal and Graz").map(Regex.Match::text))
                    .containsExactly("Zugspitze", "Ötztal", "Graz");
            assertThat(words.find("")).isEmpty();
        }
    }

    @Test
    void groupsHaveNames() {
        try (Regex date = Regex.compile("(?<year>\\d{4})-(?<month>\\d\\d)|(?<word>today)")) {
            Regex.Match match = date.find("on 2026-12 or so").findFirst().orElseThrow();

            assertThat(match.groups()).containsExactly("2026-12", "2026", "12");
            assertThat(match.groups().get(date.group("month"))).isEqualTo("12");
            assertThat(date.find("today").findFirst().orElseThrow().groups())
                    .containsExactly("today", null, null, "today");
            assertThatThrownBy(() -> date.group("day")).hasMessage("no group is called day");
        }
    }

    /** Recursion, which java.util.regex does not have. */
    @Test
    void aPatternCanRecurse() {
        try (Regex nested = Regex.compile("\\((?:[^()]|(?R))*\\)")) {
            assertThat(nested.find("f(a(b)c) and g(").map(Regex.Match::text)).containsExactly("(a(b)c)");
        }
    }

    @Test
    void emptyMatchesEnd() {
        try (Regex any = Regex.compile("ü*")) {
            assertThat(any.find("aüüéü").map(Regex.Match::text)).containsExactly("", "üü", "", "ü", "");
        }
    }

    @Test
    void aWrongPatternIsToldInTheLibrarysWords() {
        assertThatThrownBy(() -> Regex.compile("(a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("missing closing parenthesis at byte 2 of (a");
    }
}
