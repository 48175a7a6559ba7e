package io.github.cffi4j.compiler.trace;

import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Collects what a build spends its time on. Thread-safe. */
public final class Trace {
    private final long began = System.nanoTime();
    private final Queue<Span> spans = new ConcurrentLinkedQueue<>();

    /** A piece of work that has begun. */
    public final class Running {
        private final String kind;
        private final String name;
        private final long start = System.nanoTime();

        private Running(String kind, String name) {
            this.kind = kind;
            this.name = name;
        }

        /** Notes that it is done; what fails is not noted. */
        public void done() {
            as(kind);
        }

        /** Notes that it is done, and that it was of another kind than thought. */
        public void as(String realKind) {
            spans.add(new Span(
                    realKind, name, Thread.currentThread().getName(), start - began, System.nanoTime() - start));
        }
    }

    /** Begins a piece of work in this thread. */
    public Running start(String kind, String name) {
        return new Running(kind, name);
    }

    /** Returns the spans that have ended, in the order in which they began. */
    public List<Span> spans() {
        return spans.stream().sorted(Comparator.comparingLong(Span::start)).toList();
    }
}
