package io.github.cffi4j.inline;

import java.util.List;
import java.util.function.Function;

/**
 * A place of a cdef where only the compiler knows what belongs there.
 *
 * @param questions C expressions
 * @param start offset of the first character that goes
 * @param end offset behind the last; the same as the start if text only comes in
 * @param text makes of the answers, in the order of the questions, the text that comes in
 */
record Gap(List<String> questions, int start, int end, Function<List<Answer>, String> text) {
    Gap {
        questions = List.copyOf(questions);
    }

    /** A place that needs no answer. */
    static Gap of(int start, int end, String text) {
        return new Gap(List.of(), start, end, answers -> text);
    }
}
