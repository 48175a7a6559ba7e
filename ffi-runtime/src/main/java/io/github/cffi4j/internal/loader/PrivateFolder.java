package io.github.cffi4j.internal.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder nobody else can write to, below folders nobody else can rename: what is in it was put there by this user.
 * Anything else could have a library swapped between its verification and its loading.
 *
 * <p>On Windows the {@link AccessList} tells.
 *
 * @param path its real path, so that no symbolic link can be turned round later
 * @param facts what it was when it was checked
 */
record PrivateFolder(Path path, FileFacts facts, CurrentUser user) {
    /**
     * Opens a folder, or creates it with its parents.
     *
     * @throws IOException if others can write to it, somebody else owns it, or it cannot be had
     */
    static PrivateFolder open(Path folder, CurrentUser user) throws IOException {
        if (user.isNobody()) {
            throw new IOException("this process runs as nobody (" + CurrentUser.NOBODY
                    + "), and so may others: nobody can be trusted with what a later start finds here");
        }
        Path real;
        try {
            real = folder.toRealPath();
        } catch (IOException e) {
            Files.createDirectories(folder, forOneself(folder, user));
            real = folder.toRealPath();
        }
        checkParents(real.getParent(), user);
        return checked(real, user);
    }

    /**
     * Makes a folder that did not exist, with a name that nobody could guess: what is in it was put there by this process,
     * whoever it runs as, and nobody can have taken its name before.
     */
    static Path createNew(Path parent, CurrentUser user) throws IOException {
        Path real = parent.toRealPath();
        checkParents(real, user);
        return Files.createTempDirectory(real, CacheFolders.NAME + "-", forOneself(real, user));
    }

    private static void checkParents(Path first, CurrentUser user) throws IOException {
        for (Path parent = first; parent != null; parent = parent.getParent()) {
            checkParent(parent, FileFacts.of(parent), user);
        }
    }

    /** Opens or creates a folder in this one. */
    PrivateFolder child(String name) throws IOException {
        Path child = path.resolve(name);
        try {
            return checked(child, user);
        } catch (NoSuchFileException e) {
            Files.createDirectories(child, forOneself(child, user));
            return checked(child, user);
        }
    }

    /** Permissions for something new, where the file system has any. */
    static FileAttribute<?>[] permissions(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static FileAttribute<?>[] forOneself(Path folder, CurrentUser user) throws IOException {
        FileAttribute<?>[] posix = permissions(folder, "rwx------");
        return posix.length > 0 ? posix : new FileAttribute<?>[] {AccessList.ofNewFolder(folder, user)};
    }

    private static PrivateFolder checked(Path path, CurrentUser user) throws IOException {
        FileFacts facts = FileFacts.of(path);
        if (!facts.isFolder()) {
            throw new IOException("this is no folder");
        }
        if (facts.othersWrite() || facts.groupWrites()) {
            throw new IOException(
                    "others can write to this folder (mode " + Integer.toOctalString(facts.mode() & 07777) + ")");
        }
        if (!facts.hasOwner()) {
            AccessList.of(path, user).requirePrivate();
        } else if (!user.trusts(path, facts)) {
            throw new IOException(foreign(Files.getOwner(path).getName(), user));
        }
        return new PrivateFolder(path, facts, user);
    }

    static String foreign(String owner, CurrentUser user) {
        return "this folder belongs to '" + owner + "', not to '" + user.name() + "'";
    }

    private static void checkParent(Path parent, FileFacts facts, CurrentUser user) throws IOException {
        if (facts.othersWrite() && !facts.isSticky()) {
            throw new IOException("others can write to " + parent + " and so replace what is in it");
        }
        if (!facts.hasOwner()) {
            AccessList.of(parent, user).requireLasting();
        } else if (!user.trusts(parent, facts) && !SharedFolder.isUnmapped(facts.owner())) {
            throw new IOException(
                    parent + " belongs to '" + Files.getOwner(parent) + "', who can replace what is in it");
        } else if (facts.groupWrites() && !facts.isSticky()) {
            SharedFolder.requirePrivateGroup(parent);
        }
    }
}
