package io.github.cffi4j.mojo;

import io.github.cffi4j.audit.policy.AuditInputException;
import io.github.cffi4j.compiler.module.FileTrouble;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.UnsupportedHostException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;

/** The message of a goal that failed, for all causes but errors in the user's own C. */
final class GoalFailure {

    private GoalFailure() {}

    /**
     * Returns the message. Whatever is neither a wrong setting nor trouble with a file or a program is a fault of the plugin, and
     * the message says so.
     *
     * @param plugin the version of the plugin
     */
    static String message(Exception e, String plugin) {
        if (e instanceof UncheckedIOException unchecked) {
            return message(unchecked.getCause(), plugin);
        } else if (e instanceof FileSystemException trouble) {
            return FileTrouble.explain(trouble);
        } else if (e instanceof WrongSettingException
                || e instanceof AuditInputException
                || e instanceof UnsupportedHostException
                || e instanceof InvalidPathException) {
            return e.getMessage();
        } else if (e instanceof RuntimeException) {
            return "a fault of ffi-maven-plugin " + plugin + ": " + e
                    + "\n  fix: please report it, with the stack trace that 'mvn -e' prints";
        }
        return own(e) ? e.getMessage() : e.toString();
    }

    /** Returns true if the exception is one of this project, whose messages say all there is to say. */
    private static boolean own(Exception e) {
        return e.getClass().getName().startsWith("io.github.cffi4j.");
    }
}
