package io.github.cffi4j.compiler.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes spans as trace-event JSON, which chrome://tracing, ui.perfetto.dev and others draw on a time line. */
public final class ChromeTrace {
    private static final double NANOS_PER_MICRO = 1e3;

    private ChromeTrace() {}

    /** The text of the file: one row per thread, times in microseconds. */
    public static String json(List<Span> spans) {
        List<String> threads = spans.stream().map(Span::thread).distinct().toList();
        List<String> events = new ArrayList<>();
        for (String thread : threads) {
            events.add("{\"name\":\"thread_name\",\"ph\":\"M\",\"pid\":1,\"tid\":" + threads.indexOf(thread)
                    + ",\"args\":{\"name\":" + quoted(thread) + "}}");
        }
        for (Span span : spans) {
            events.add("{\"name\":" + quoted(span.name()) + ",\"cat\":" + quoted(span.kind())
                    + ",\"ph\":\"X\",\"ts\":" + micros(span.start()) + ",\"dur\":" + micros(span.duration())
                    + ",\"pid\":1,\"tid\":" + threads.indexOf(span.thread()) + "}");
        }
        return "{\"traceEvents\":[\n" + String.join(",\n", events) + "\n]}\n";
    }

    private static String micros(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / NANOS_PER_MICRO);
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char character : text.toCharArray()) {
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ') {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            } else {
                json.append(character);
            }
        }
        return json.append('"').toString();
    }
}
