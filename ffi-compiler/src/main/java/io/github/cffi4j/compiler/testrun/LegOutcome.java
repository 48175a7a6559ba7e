package io.github.cffi4j.compiler.testrun;

import java.time.Duration;
import java.util.List;

/**
 * How a leg ended.
 *
 * @param report what JUnit wrote; of no tests if it came to no end
 * @param trouble what the JVM said if it came to no end; empty if it did
 */
public record LegOutcome(Leg leg, LegReport report, List<String> trouble, Duration time) {
    public LegOutcome {
        trouble = List.copyOf(trouble);
    }

    /** Returns true if all its tests passed. */
    public boolean passed() {
        return trouble.isEmpty() && report.failures().isEmpty();
    }
}
