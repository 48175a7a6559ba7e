package io.github.cffi4j.mojo;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Says what Java leaves out: a file system exception's message is often the path alone. */
final class FileTrouble {

    private FileTrouble() {}

    static String explain(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission to write or read " + e.getFile() + "; fix: make it accessible to this user";
        }
        String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
        return reason + ": " + e.getFile() + (reason.contains("space") ? "; fix: free some space" : "");
    }
}
