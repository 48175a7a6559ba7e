package io.github.cffi4j.internal.loader;

/**
 * The number of what generated code expects of its runtime: the classes of {@code generated}, the base classes of the root, the
 * files below {@code META-INF/cffi4j}. The plugin writes it into the main jar, and the loader compares it before anything else, so
 * that a mix of versions fails with a message.
 *
 * <p>Raise {@link #CURRENT} if generated code needs something that an earlier runtime lacks. Raise {@link #OLDEST} if this runtime
 * drops something that earlier generated code needs.
 */
public final class Contract {
    /** The contract of code that this version generates, and the latest that its runtime knows. */
    public static final int CURRENT = 1;

    /** The oldest contract that this runtime still keeps. */
    static final int OLDEST = 1;

    private Contract() {}
}
