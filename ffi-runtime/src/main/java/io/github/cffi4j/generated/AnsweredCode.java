package io.github.cffi4j.generated;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Code that C calls, with an answer for C where it throws: what the {@code withError} and {@code onError} of generated
 * callbacks give. Called from Java it is just the code. Immutable; for any thread that the code is for.
 *
 * @param <T> the functional interface
 */
public abstract class AnsweredCode<T> {
    private final T code;
    private final Function<Throwable, T> answer;
    private final boolean passedOn;

    /**
     * @param answer what C runs instead of code that threw
     * @param passedOn whether somebody else is to get the exception, too
     */
    protected AnsweredCode(T code, Function<Throwable, T> answer, boolean passedOn) {
        this.code = Objects.requireNonNull(code, "the code of a callback");
        this.answer = Objects.requireNonNull(answer);
        this.passedOn = passedOn;
    }

    protected final T code() {
        return code;
    }

    /** This as the interface, which nobody who stores it there has to load for that: the verifier would, to see what it is. */
    @SuppressWarnings("unchecked") // The subclass is a T: generated code makes no other.
    public final T asCode() {
        return (T) this;
    }

    /**
     * What is left to do about an exception.
     *
     * @param failure for somebody else to have, if any
     * @param answered whether C has an answer
     */
    record Outcome(Optional<Throwable> failure, boolean answered) {}

    /** Answers C where the code can; the innermost first, if answers are nested. */
    static <T> Outcome answer(@Nullable T code, Throwable failure, Consumer<T> again) {
        if (!(code instanceof AnsweredCode<?>)) {
            return new Outcome(Optional.of(failure), false);
        }
        @SuppressWarnings("unchecked") // The subclass is a T: generated code makes no other.
        AnsweredCode<T> answering = (AnsweredCode<T>) code;
        Outcome inner = answer(answering.code, failure, again);
        return inner.failure().map(left -> answering.answer(left, inner, again)).orElse(inner);
    }

    private Outcome answer(Throwable failure, Outcome before, Consumer<T> again) {
        try {
            again.accept(answer.apply(failure));
            return new Outcome(passedOn ? Optional.of(failure) : Optional.empty(), true);
        } catch (Throwable another) {
            if (another != failure) {
                another.addSuppressed(failure);
            }
            return new Outcome(Optional.of(another), before.answered());
        }
    }
}
