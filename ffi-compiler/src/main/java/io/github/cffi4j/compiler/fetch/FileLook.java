package io.github.cffi4j.compiler.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How a file looks from outside: size, time of modification, time of change, and which file it is. As long as that stays, so
 * does its content; reading and hashing everything anew is most of what a build without work would cost.
 *
 * <p>No program can set the time of change: a file with its old size and its old time of modification looks changed, and
 * one that came from another machine looks like no file that was here. Windows has none; there the time of creation has to do.
 */
public final class FileLook {
    /** Some file systems count in whole seconds, or two: what they say of a file just written may be true of the next. */
    private static final Duration COARSE = Duration.ofSeconds(3);

    /** The place of the time of change, or of creation, in a look. */
    private static final int CHANGED = 2;

    private FileLook() {}

    /** The look of a regular file, without blanks. */
    public static String at(Path file) throws IOException {
        try {
            Map<String, Object> unix =
                    Files.readAttributes(file, "unix:isRegularFile,size,lastModifiedTime,ctime,dev,ino");
            require((boolean) unix.get("isRegularFile"), file);
            FileTime changed = (FileTime) unix.get("ctime");
            return unix.get("size") + ":" + nanos(unix.get("lastModifiedTime")) + ":" + nanos(changed) + ":"
                    + unix.get("dev") + ":" + unix.get("ino") + unsettled(changed);
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return basic(file);
        }
    }

    /**
     * The look of a file that has just been renamed, which changes its time of change.
     *
     * @param before its look until then
     * @return the look before if another file has come to its place meanwhile
     */
    public static String renamed(String before, Path file) throws IOException {
        String now = at(file);
        return identity(now).equals(identity(before)) ? now : before;
    }

    private static List<String> identity(String look) {
        List<String> parts = new ArrayList<>(List.of(look.split(":")));
        parts.remove(CHANGED);
        return parts;
    }

    /** When a file was changed last, in whatever way. */
    public static FileTime changed(Path file) throws IOException {
        try {
            return (FileTime) Files.getAttribute(file, "unix:ctime");
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return Files.getLastModifiedTime(file);
        }
    }

    private static String basic(Path file) throws IOException {
        BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class);
        require(basic.isRegularFile(), file);
        return basic.size() + ":" + nanos(basic.lastModifiedTime()) + ":" + nanos(basic.creationTime())
                + unsettled(basic.lastModifiedTime());
    }

    private static void require(boolean regular, Path file) throws NoSuchFileException {
        if (!regular) {
            throw new NoSuchFileException(file.toString());
        }
    }

    private static long nanos(Object time) {
        return ((FileTime) time).to(TimeUnit.NANOSECONDS);
    }

    /** Makes the look of a file unlike every other, if its file system may give the next version the same times. */
    private static String unsettled(FileTime changed) {
        boolean coarse = nanos(changed) % TimeUnit.SECONDS.toNanos(1) == 0;
        return coarse && changed.toInstant().isAfter(Instant.now().minus(COARSE)) ? ":" + System.nanoTime() : "";
    }
}
