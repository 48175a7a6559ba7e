package io.github.cffi4j.compiler.module;

import io.github.cffi4j.compiler.trace.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;

/**
 * Says what a module's time went on so far: for each kind of work how often, how long in all and how long at most. Work
 * that goes on side by side is counted in full for each thread.
 */
public record TimingReport(List<Span> spans) {
    private static final double NANOS_PER_SECOND = 1e9;

    public List<String> lines() {
        Map<String, LongSummaryStatistics> kinds = new LinkedHashMap<>();
        spans.forEach(span -> kinds.computeIfAbsent(span.kind(), kind -> new LongSummaryStatistics())
                .accept(span.duration()));
        List<String> lines = new ArrayList<>(List.of(
                "where the time went, in seconds; threads add up",
                String.format(Locale.ROOT, "  %-18s %6s %9s %9s", "", "times", "in all", "longest")));
        kinds.forEach((kind, times) -> lines.add(String.format(
                Locale.ROOT,
                "  %-18s %6d %9.3f %9.3f",
                kind,
                times.getCount(),
                times.getSum() / NANOS_PER_SECOND,
                times.getMax() / NANOS_PER_SECOND)));
        return lines;
    }
}
