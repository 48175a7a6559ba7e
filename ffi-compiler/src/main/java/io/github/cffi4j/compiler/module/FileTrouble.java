package io.github.cffi4j.compiler.module;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Says what Java leaves out: a file system exception's message is often the path alone. Path and reason stay side by side
 * as in that message, or Maven would tell it once more.
 */
public final class FileTrouble {

    private FileTrouble() {}

    public static String explain(FileSystemException e) {
        return "cannot write or read " + e.getFile() + ": " + reason(e)
                + fix(e).map(fix -> "; fix: " + fix).orElse("");
    }

    private static String reason(FileSystemException e) {
        if (e.getReason() != null) {
            return e.getReason();
        } else if (e instanceof AccessDeniedException) {
            return "no permission";
        } else if (e instanceof NoSuchFileException) {
            return "no such file or folder, and none could be made";
        } else if (e instanceof FileAlreadyExistsException) {
            return "there is a file of that name";
        }
        return e.getClass().getSimpleName();
    }

    private static Optional<String> fix(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return Optional.of("make it accessible to this user");
        } else if (reason(e).contains("space")) {
            return Optional.of("free some space");
        }
        for (Path path = Path.of(String.valueOf(e.getFile())); path != null; path = path.getParent()) {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                return Optional.of("remove or rename " + path + ", a file where a folder is needed");
            }
        }
        return e instanceof NoSuchFileException ? Optional.of("correct the path") : Optional.empty();
    }
}
