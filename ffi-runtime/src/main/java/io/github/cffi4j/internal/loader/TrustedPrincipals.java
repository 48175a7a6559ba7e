package io.github.cffi4j.internal.loader;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who, besides this user, may do anything on a Windows anyway: whoever may write to the folder of Windows itself, or to what is
 * created there, such as its creator. Among them are SYSTEM, the administrators and Windows' installer. Asked so it needs none
 * of their names, which Windows translates.
 *
 * @param all they, and this user
 */
record TrustedPrincipals(FileSystem system, CurrentUser user, Set<UserPrincipal> all) {
    /** Whoever has one of these can put a file into a folder, or change one. */
    static final Set<AclEntryPermission> WRITING = EnumSet.of(
            AclEntryPermission.WRITE_DATA,
            AclEntryPermission.APPEND_DATA,
            AclEntryPermission.DELETE_CHILD,
            AclEntryPermission.DELETE,
            AclEntryPermission.WRITE_ACL,
            AclEntryPermission.WRITE_OWNER);

    /** They stay the same while a process runs, and each name takes a question to the system. */
    private static volatile TrustedPrincipals known;

    static TrustedPrincipals of(FileSystem system, CurrentUser user) throws IOException {
        TrustedPrincipals before = known;
        if (before != null && before.system == system && before.user.equals(user)) {
            return before;
        }
        Set<UserPrincipal> all = new HashSet<>();
        for (AclEntry entry : AccessList.entries(windows(system))) {
            if (allows(entry, WRITING)) {
                all.add(entry.principal());
            }
        }
        all.add(self(system, user.name()));
        TrustedPrincipals found = new TrustedPrincipals(system, user, Set.copyOf(all));
        known = found;
        return found;
    }

    static boolean allows(AclEntry entry, Set<AclEntryPermission> permissions) {
        if (entry.type() != AclEntryType.ALLOW) {
            return false;
        }
        for (AclEntryPermission permission : entry.permissions()) {
            if (permissions.contains(permission)) {
                return true;
            }
        }
        return false;
    }

    private static Path windows(FileSystem system) {
        String folder = System.getenv("SystemRoot");
        return system.getPath(folder == null ? "C:\\Windows" : folder);
    }

    /** A domain may have another user of that name. Services are called like the machine, which is somebody else. */
    private static UserPrincipal self(FileSystem system, String name) throws IOException {
        String domain = System.getenv("USERDOMAIN");
        List<String> names =
                name.endsWith("$") ? List.of() : domain == null ? List.of(name) : List.of(domain + "\\" + name, name);
        for (String full : names) {
            try {
                return system.getUserPrincipalLookupService().lookupPrincipalByName(full);
            } catch (IOException e) {
                LoaderLog.debug("Windows knows no {}: {}", full, e.toString());
            }
        }
        Path file = Files.createTempFile("cffi4j", null);
        try {
            return Files.getOwner(file);
        } finally {
            Files.delete(file);
        }
    }
}
