package org.example.libgit2;

/** An error of the library, in its words. */
public final class GitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    GitException(String message) {
        super(message);
    }
}
