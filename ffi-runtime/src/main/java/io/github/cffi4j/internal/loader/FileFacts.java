package io.github.cffi4j.internal.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/**
 * What the file system says of a file, without following a link: on Unix by one call.
 *
 * @param owner the user's number; -1 where there is none (Windows)
 * @param mode kind and permissions, as stat has them
 * @param number the inode; 0 where there is none
 * @param changed when content, name or permissions last changed, in milliseconds; no program can set it. 0 where there is
 *     none
 * @param modified when the content last changed, in milliseconds; programs can set it
 */
record FileFacts(int owner, int mode, long number, long changed, long modified, long size) {
    private static final int KIND = 0170000;
    private static final int FILE = 0100000;
    private static final int FOLDER = 0040000;
    private static final int STICKY = 01000;
    private static final int OTHERS_WRITE = 02;
    private static final int GROUP_WRITE = 020;

    static FileFacts of(Path file) throws IOException {
        try {
            Map<String, Object> unix = Files.readAttributes(
                    file, "unix:uid,mode,ino,ctime,lastModifiedTime,size", LinkOption.NOFOLLOW_LINKS);
            return new FileFacts(
                    (int) unix.get("uid"),
                    (int) unix.get("mode"),
                    (long) unix.get("ino"),
                    milliseconds(unix.get("ctime")),
                    milliseconds(unix.get("lastModifiedTime")),
                    (long) unix.get("size"));
        } catch (UnsupportedOperationException e) {
            return ofBasic(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        }
    }

    private static FileFacts ofBasic(BasicFileAttributes basic) {
        int kind = basic.isRegularFile() ? FILE : basic.isDirectory() ? FOLDER : 0;
        return new FileFacts(
                -1, kind, 0, milliseconds(basic.creationTime()), milliseconds(basic.lastModifiedTime()), basic.size());
    }

    /** Returns true if nothing was written in between. By hand, since a record's own equals is slow at first. */
    boolean isSameFile(FileFacts other) {
        return number == other.number && changed == other.changed && modified == other.modified && size == other.size;
    }

    boolean isFile() {
        return (mode & KIND) == FILE;
    }

    boolean isFolder() {
        return (mode & KIND) == FOLDER;
    }

    boolean hasOwner() {
        return owner >= 0;
    }

    boolean othersWrite() {
        return (mode & OTHERS_WRITE) != 0;
    }

    boolean groupWrites() {
        return (mode & GROUP_WRITE) != 0;
    }

    /** Returns true if nobody but this user and root can have written the content. Without an owner, its folder tells. */
    boolean isOf(CurrentUser user, Path file) throws IOException {
        return !othersWrite() && !groupWrites() && (!hasOwner() || user.trusts(file, this));
    }

    /** Returns true if only its owner may rename or delete what is in this folder, as in a temporary one. */
    boolean isSticky() {
        return (mode & STICKY) != 0;
    }

    /** Not nanoseconds, which Java reckons with large numbers and durations: 5 ms in a JVM that has just started. */
    private static long milliseconds(Object time) {
        return ((FileTime) time).toMillis();
    }
}
