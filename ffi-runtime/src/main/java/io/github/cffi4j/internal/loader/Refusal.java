package io.github.cffi4j.internal.loader;

import io.github.cffi4j.platform.Host;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Why a library could not be had from a place.
 *
 * @param place the folder or the file, or the setting that names neither
 * @param reason in the words of the system
 * @param cause what that means and what helps
 */
record Refusal(String place, String reason, RefusalCause cause, Throwable failure) {
    /** The file system's refusal of a folder. The kind of its exceptions is part of what they say. */
    static Refusal of(Path folder, IOException failure) {
        String message = withoutPlace(folder, failure);
        String reason = failure instanceof FileSystemException
                ? failure.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message)
                : message;
        return new Refusal(folder.toString(), reason, RefusalCause.ofFolder(), failure);
    }

    /** The refusal of a setting that names no folder. */
    static Refusal of(String value, IllegalArgumentException failure) {
        return new Refusal(value, failure.getMessage(), RefusalCause.ofFolder(), failure);
    }

    /** The refusal of a file by the system's loader. */
    static Refusal of(Path file, UnsatisfiedLinkError failure, Host host) {
        String reason = withoutPlace(file, failure);
        return new Refusal(file.toString(), reason, RefusalCause.ofFile(file, reason, host), failure);
    }

    Refusal at(Path folder) {
        return new Refusal(folder.toString(), reason, cause, failure);
    }

    @Override
    public String toString() {
        return place + ": " + reason;
    }

    /** Without the file's name, which dlopen says twice. */
    private static String withoutPlace(Path place, Throwable failure) {
        return String.valueOf(failure.getMessage())
                .replaceFirst("^(" + Pattern.quote(place.toString()) + "[^:]*(: |$))+", "");
    }
}
