package io.github.cffi4j.compiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChromeTraceTest {

    @Test
    void writesARowForEachThreadAndMicroseconds() {
        String json = ChromeTrace.json(List.of(
                new Span("compile", "a \"b\".c", "one", 1_500, 2_000_000),
                new Span("link", "C:\\x\n", "two", 0, 1),
                new Span("link", "y", "one", 5_000, 7_000)));

        assertThat(json).isEqualTo("""
                {"traceEvents":[
                {"name":"thread_name","ph":"M","pid":1,"tid":0,"args":{"name":"one"}},
                {"name":"thread_name","ph":"M","pid":1,"tid":1,"args":{"name":"two"}},
                {"name":"a \\"b\\".c","cat":"compile","ph":"X","ts":1.500,"dur":2000.000,"pid":1,"tid":0},
                {"name":"C:\\\\x\\u000a","cat":"link","ph":"X","ts":0.000,"dur":0.001,"pid":1,"tid":1},
                {"name":"y","cat":"link","ph":"X","ts":5.000,"dur":7.000,"pid":1,"tid":0}
                ]}
                """);
    }

    @Test
    void aTraceKeepsWhatIsDone() {
        Trace trace = new Trace();
        trace.start("compile", "not done");
        Trace.Running first = trace.start("compile", "first");
        trace.start("link", "second").done();
        first.as("unchanged");

        assertThat(trace.spans()).extracting(Span::kind).containsExactly("unchanged", "link");
        assertThat(trace.spans()).allMatch(span -> span.duration() >= 0 && span.start() >= 0);
        assertThat(trace.spans().get(0).thread())
                .isEqualTo(Thread.currentThread().getName());
    }
}
