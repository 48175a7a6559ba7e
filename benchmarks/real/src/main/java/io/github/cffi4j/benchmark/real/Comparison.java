package io.github.cffi4j.benchmark.real;

/**
 * A piece of work, done by an example of cffi4j and by what is taken today. Both have been seen to do the same.
 *
 * @param what what is done, such as {@code compress}
 * @param size the bytes of the input; 0 if {@code what} says how much it is
 */
record Comparison(String library, String what, int size, Runnable ours, Runnable peer) {
    /** Fails unless both computed the same. */
    static <T> void same(String what, T ours, T peer) {
        if (!ours.equals(peer)) {
            throw new IllegalStateException(what + ": cffi4j computes " + ours + ", the other " + peer);
        }
    }
}
