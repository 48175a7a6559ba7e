package io.github.cffi4j.internal.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Windows' access list of a folder: who else may change what is in it. Systems whose files have numbers of users never load
 * this class.
 *
 * <p>Java does not show generic rights. Only entries for what is yet to be created can have them, and what is created shows what
 * they came to. Entries that deny are left out: without them a list allows more.
 *
 * @param trusted those who may do anything with it
 */
record AccessList(Path folder, CurrentUser user, Set<UserPrincipal> trusted, List<AclEntry> entries) {
    /** Whoever has one of these can replace another folder that is in it. */
    private static final Set<AclEntryPermission> REPLACING = EnumSet.of(
            AclEntryPermission.DELETE_CHILD,
            AclEntryPermission.DELETE,
            AclEntryPermission.WRITE_ACL,
            AclEntryPermission.WRITE_OWNER);

    /** The same on a drive, which cannot be deleted. */
    private static final Set<AclEntryPermission> REPLACING_ON_DRIVE =
            EnumSet.of(AclEntryPermission.DELETE_CHILD, AclEntryPermission.WRITE_ACL, AclEntryPermission.WRITE_OWNER);

    static AccessList of(Path folder, CurrentUser user) throws IOException {
        return new AccessList(
                folder, user, TrustedPrincipals.of(folder.getFileSystem(), user).all(), entries(folder));
    }

    /** For a new folder: those who may do anything have it, and all that will be in it, to themselves. */
    static FileAttribute<List<AclEntry>> ofNewFolder(Path folder, CurrentUser user) throws IOException {
        List<AclEntry> entries = new ArrayList<>();
        for (UserPrincipal principal :
                TrustedPrincipals.of(folder.getFileSystem(), user).all()) {
            entries.add(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(principal)
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                    .build());
        }
        return new FileAttribute<>() {
            @Override
            public String name() {
                return "acl:acl";
            }

            @Override
            public List<AclEntry> value() {
                return entries;
            }
        };
    }

    /** @throws IOException if anybody else can write to the folder, or to what will be created in it */
    void requirePrivate() throws IOException {
        for (AclEntry entry : entries) {
            if (allowsOther(entry, TrustedPrincipals.WRITING)) {
                throw new IOException("others can write to this folder" + reason(entry));
            }
        }
        UserPrincipal owner = owner();
        if (!trusted.contains(owner)) {
            throw new IOException(PrivateFolder.foreign(owner.getName(), user));
        }
    }

    /** @throws IOException if anybody else can rename or delete what is in the folder, or the folder itself */
    void requireLasting() throws IOException {
        Set<AclEntryPermission> replacing = folder.getParent() == null ? REPLACING_ON_DRIVE : REPLACING;
        for (AclEntry entry : entries) {
            if (!entry.flags().contains(AclEntryFlag.INHERIT_ONLY) && allowsOther(entry, replacing)) {
                throw new IOException(
                        "others can write to " + folder + " and so replace what is in it" + reason(entry));
            }
        }
        UserPrincipal owner = owner();
        if (!trusted.contains(owner)) {
            throw new IOException(folder + " belongs to '" + owner.getName() + "', who can replace what is in it");
        }
    }

    private static String reason(AclEntry entry) {
        return " (its access list has '" + entry.principal().getName() + "')";
    }

    private boolean allowsOther(AclEntry entry, Set<AclEntryPermission> permissions) {
        return TrustedPrincipals.allows(entry, permissions) && !trusted.contains(entry.principal());
    }

    /** May change the list, whatever it says. */
    private UserPrincipal owner() throws IOException {
        return Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS);
    }

    static List<AclEntry> entries(Path folder) throws IOException {
        AclFileAttributeView view =
                Files.getFileAttributeView(folder, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            throw new IOException("others can write to this folder: its file system has no access lists");
        }
        List<AclEntry> entries = view.getAcl();
        if (entries.isEmpty()) {
            // Java shows a list that is not there, which allows everything to everybody, as one without entries.
            throw new IOException("others can write to this folder: it has no access list");
        }
        return entries;
    }
}
