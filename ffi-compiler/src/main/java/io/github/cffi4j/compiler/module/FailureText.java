package io.github.cffi4j.compiler.module;

import io.github.cffi4j.audit.policy.AuditInputException;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.UnsupportedHostException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;

/** The message of a step that failed, for all causes but errors in the user's own C. */
public final class FailureText {

    private FailureText() {}

    /**
     * Returns the message. Whatever is neither a wrong setting nor trouble with a file or a program is a fault of the program, and
     * the message says so.
     *
     * @param program its name and version
     * @param trace how to get a stack trace: {@code 'mvn -e' prints}
     */
    public static String of(Exception e, String program, String trace) {
        if (e instanceof UncheckedIOException unchecked) {
            return of(unchecked.getCause(), program, trace);
        } else if (e instanceof FileSystemException trouble) {
            return FileTrouble.explain(trouble);
        } else if (e instanceof WrongSettingException
                || e instanceof AuditInputException
                || e instanceof UnsupportedHostException
                || e instanceof InvalidPathException) {
            return e.getMessage();
        } else if (e instanceof RuntimeException) {
            return "a fault of " + program + ": " + e + "\n  fix: please report it, with the stack trace that " + trace;
        }
        return own(e) ? e.getMessage() : e.toString();
    }

    /** Returns true if the exception is one of this project, whose messages say all there is to say. */
    private static boolean own(Exception e) {
        return e.getClass().getName().startsWith("io.github.cffi4j.");
    }
}
