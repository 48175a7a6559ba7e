package io.github.cffi4j.loader;

/** Thrown when the system refuses to load a file. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.reason(), refusal.failure());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
