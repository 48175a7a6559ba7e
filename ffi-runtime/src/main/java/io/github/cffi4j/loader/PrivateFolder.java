package io.github.cffi4j.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A folder nobody else can write to: what is in it was put there by this user. Anything else could have a library swapped
 * between its verification and its loading.
 *
 * <p>On Windows the caches lie below the user's profile, whose access list keeps others out; there is no more to check.
 */
final class PrivateFolder {
    private PrivateFolder() {}

    /**
     * Opens a folder, or creates it with its parents.
     *
     * @return its real path, so that no symbolic link can be turned round later
     * @throws IOException if others can write to it, somebody else owns it, or it cannot be had
     */
    static Path open(Path folder, Set<UserPrincipal> users) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, permissions(folder, "rwx------"));
        }
        Path real = folder.toRealPath();
        PosixFileAttributeView view = Files.getFileAttributeView(real, PosixFileAttributeView.class);
        if (view != null) {
            check(view.readAttributes(), users);
        }
        return real;
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

    private static void check(PosixFileAttributes attributes, Set<UserPrincipal> users) throws IOException {
        Set<PosixFilePermission> permissions = attributes.permissions();
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new IOException(
                    "others can write to this folder (" + PosixFilePermissions.toString(permissions) + ")");
        }
        if (!users.contains(attributes.owner())) {
            String names = users.stream().map(UserPrincipal::getName).sorted().collect(Collectors.joining("' or '"));
            throw new IOException(
                    "this folder belongs to '" + attributes.owner().getName() + "', not to '" + names + "'");
        }
    }
}
