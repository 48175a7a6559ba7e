package io.github.cffi4j.internal.loader;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/**
 * Who this process is, to the file system. Java has no getuid: Linux shows the number on the process itself, elsewhere the
 * user's name has to do.
 *
 * @param number the user's number on Linux; -1 elsewhere, or in a jail without {@code /proc}
 * @param name the system property {@code user.name}
 */
record CurrentUser(int number, String name) {
    /**
     * The number that a system shows for users it has no number for: all users outside of a user namespace, those of
     * another machine on a network file system, and programs that run as "nobody". So it tells no two of them apart.
     */
    static final int NOBODY = 65534;

    private static final int ROOT = 0;

    /** Programs may unset the name, or set it to nothing. */
    CurrentUser {
        name = name == null || name.isBlank() ? "?" : name;
    }

    static CurrentUser ofThisProcess() {
        return new CurrentUser(processOwner(), System.getProperty("user.name"));
    }

    /** Returns true if this user cannot be told from others, so that no file can be known to be its own. */
    boolean isNobody() {
        return number == NOBODY;
    }

    /** Returns true if what this user finds there was put there by this user or by root, who may do anything anyway. */
    boolean trusts(Path file, FileFacts facts) throws IOException {
        return facts.owner() == ROOT || facts.owner() != NOBODY && (facts.owner() == number || isNamed(file));
    }

    /** A process that may not be traced (a java with capabilities) is shown as root's: then the name tells. */
    private boolean isNamed(Path file) throws IOException {
        if (number > ROOT) {
            return false;
        }
        try {
            UserPrincipal self =
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name);
            return self.equals(Files.getOwner(file, LinkOption.NOFOLLOW_LINKS));
        } catch (UnsupportedOperationException e) {
            return false;
        } catch (IOException e) {
            // A container may run as a number that has no name.
            return false;
        }
    }

    private static int processOwner() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException | UnsupportedOperationException e) {
            return -1;
        }
    }
}
