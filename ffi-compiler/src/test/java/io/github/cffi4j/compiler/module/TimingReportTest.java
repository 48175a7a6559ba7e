package io.github.cffi4j.compiler.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.trace.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimingReportTest {

    @Test
    void addsUpByKind() {
        TimingReport report = new TimingReport(List.of(
                new Span("compile", "a.c", "one", 0, 1_500_000_000L),
                new Span("link", "linux-x86_64", "one", 0, 20_000_000),
                new Span("compile", "b.c", "two", 0, 500_000_000)));

        assertThat(report.lines())
                .containsExactly(
                        "where the time went, in seconds; threads add up",
                        "                      times    in all   longest",
                        "  compile                 2     2.000     1.500",
                        "  link                    1     0.020     0.020");
    }
}
