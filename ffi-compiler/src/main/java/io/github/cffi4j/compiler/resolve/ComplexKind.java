package io.github.cffi4j.compiler.resolve;

/** The complex types that cross into Java, where each is a {@code Complex} of two doubles. */
public enum ComplexKind {
    FLOAT("FloatComplexPointer"),
    DOUBLE("ComplexPointer");

    private final String pointerClass;

    ComplexKind(String pointerClass) {
        this.pointerClass = pointerClass;
    }

    /** The class of {@code io.github.cffi4j} that stands for a pointer to it. */
    public String pointerClass() {
        return pointerClass;
    }
}
