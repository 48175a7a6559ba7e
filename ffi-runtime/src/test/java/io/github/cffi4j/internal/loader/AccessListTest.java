package io.github.cffi4j.internal.loader;

import static java.nio.file.attribute.AclEntryPermission.APPEND_DATA;
import static java.nio.file.attribute.AclEntryPermission.DELETE;
import static java.nio.file.attribute.AclEntryPermission.DELETE_CHILD;
import static java.nio.file.attribute.AclEntryPermission.READ_DATA;
import static java.nio.file.attribute.AclEntryPermission.WRITE_ACL;
import static java.nio.file.attribute.AclEntryPermission.WRITE_ATTRIBUTES;
import static java.nio.file.attribute.AclEntryPermission.WRITE_DATA;
import static java.nio.file.attribute.AclEntryPermission.WRITE_OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A Windows in memory, set up as a German one is, whose lists are as the real ones.
 *
 * <p>{@code WindowsAccessIT} does the like with Wine. Neither has entries with generic rights, services' accounts, or junctions.
 */
class AccessListTest {
    private static final CurrentUser ADA = new CurrentUser(-1, "ada");
    private static final Set<AclEntryPermission> EVERYTHING = EnumSet.allOf(AclEntryPermission.class);
    private static final String EVERYBODY = "Jeder";

    private final FileSystem system = Jimfs.newFileSystem(Configuration.windows().toBuilder()
            .setAttributeViews("basic", "owner", "acl")
            .build());

    private Path profile;
    private Path cache;

    @BeforeEach
    void install() throws IOException {
        Path drive = system.getPath("C:\\");
        Path windows = Files.createDirectory(drive.resolve("Windows"));
        profile = Files.createDirectories(drive.resolve("Users\\ada"));
        cache = Files.createDirectory(profile.resolve("cffi4j"));
        List<AclEntry> system = List.of(all("SYSTEM"), all("VORDEFINIERT\\Administratoren"));
        list(
                windows,
                "TrustedInstaller",
                system,
                all("TrustedInstaller"),
                inherited("ERSTELLER-BESITZER", EVERYTHING),
                reading());
        list(
                drive,
                "TrustedInstaller",
                system,
                entry("Benutzer", APPEND_DATA),
                inherited("Benutzer", Set.of(WRITE_DATA, DELETE)));
        list(drive.resolve("Users"), "SYSTEM", system, reading());
        list(profile, "SYSTEM", system, all("ada"));
        list(cache, "ada", system, all("ada"));
    }

    @AfterEach
    void close() throws IOException {
        system.close();
    }

    @Test
    void theUsersOwnFolderIsPrivate() throws IOException {
        assertThatCode(this::open).doesNotThrowAnyException();
    }

    @Test
    void whatItsCreatorGetsIsNoHarm() throws IOException {
        list(cache, "ada", all("ada"), inherited("ERSTELLER-BESITZER", EVERYTHING));

        assertThatCode(this::open).doesNotThrowAnyException();
    }

    @Test
    void noListAllowsEverything() throws IOException {
        list(cache, "ada");

        assertThatThrownBy(this::open).hasMessage("others can write to this folder: it has no access list");
    }

    @ParameterizedTest
    @EnumSource(
            value = AclEntryPermission.class,
            names = {"WRITE_DATA", "APPEND_DATA", "DELETE_CHILD", "DELETE", "WRITE_ACL", "WRITE_OWNER"})
    void nobodyElseMayWrite(AclEntryPermission permission) throws IOException {
        list(cache, "ada", all("ada"), entry(EVERYBODY, permission));

        assertThatThrownBy(this::open).hasMessage("others can write to this folder (its access list has 'Jeder')");
    }

    @Test
    void norToWhatWillBeInTheFolder() throws IOException {
        list(cache, "ada", all("ada"), inherited("Benutzer", Set.of(WRITE_DATA)));

        assertThatThrownBy(this::open).hasMessageContaining("'Benutzer'");
    }

    @Test
    void othersMayRead() throws IOException {
        list(cache, "ada", all("ada"), reading(), entry(EVERYBODY, WRITE_ATTRIBUTES));

        assertThatCode(this::open).doesNotThrowAnyException();
    }

    @Test
    void whatIsDeniedOrWatchedAllowsNothing() throws IOException {
        list(cache, "ada", all("ada"), typed(AclEntryType.DENY), typed(AclEntryType.AUDIT));

        assertThatCode(this::open).doesNotThrowAnyException();
    }

    @Test
    void aFolderOfSomebodyElseIsRefused() throws IOException {
        list(cache, "eve", all("ada"));

        assertThatThrownBy(this::open).hasMessage("this folder belongs to 'eve', not to 'ada'");
    }

    @Test
    void aProfileThatOthersCanReplaceIsRefused() throws IOException {
        for (AclEntryPermission permission : List.of(DELETE, DELETE_CHILD, WRITE_ACL, WRITE_OWNER)) {
            list(profile, "SYSTEM", all("ada"), entry(EVERYBODY, permission));

            assertThatThrownBy(this::open)
                    .hasMessage(
                            "others can write to C:\\Users\\ada and so replace what is in it (its access list has 'Jeder')");
        }
        list(profile, "eve", all("ada"));
        assertThatThrownBy(this::open).hasMessage("C:\\Users\\ada belongs to 'eve', who can replace what is in it");
    }

    @Test
    void aDriveCannotBeDeleted() throws IOException {
        Path drive = system.getPath("C:\\");
        list(drive, "SYSTEM", all("SYSTEM"), entry("Benutzer", WRITE_DATA, APPEND_DATA, DELETE));
        assertThatCode(this::open).doesNotThrowAnyException();

        list(drive, "SYSTEM", all("SYSTEM"), entry("Benutzer", DELETE_CHILD));
        assertThatThrownBy(this::open).hasMessageContaining("others can write to C:\\ and so");
    }

    @Test
    void aNewFolderIsForTheUserAndTheSystemAlone() throws IOException {
        FileAttribute<List<AclEntry>> attribute = AccessList.ofNewFolder(cache.resolve("new"), ADA);

        assertThat(attribute.name()).isEqualTo("acl:acl");
        assertThat(attribute.value())
                .extracting(entry -> entry.principal().getName())
                .containsExactlyInAnyOrder(
                        "ada", "SYSTEM", "VORDEFINIERT\\Administratoren", "TrustedInstaller", "ERSTELLER-BESITZER");
        assertThat(attribute.value()).allSatisfy(entry -> assertThat(entry.flags())
                .containsExactlyInAnyOrder(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT));
    }

    @Test
    void aFileSystemWithoutListsKeepsNobodyOut() throws IOException {
        try (FileSystem stick = Jimfs.newFileSystem(Configuration.windows())) {
            Path folder = Files.createDirectory(stick.getPath("C:\\cache"));

            assertThatThrownBy(() -> AccessList.of(folder, ADA))
                    .hasMessage("others can write to this folder: its file system has no access lists");
        }
    }

    /** As {@link PrivateFolder} asks, which cannot be asked here: this file system knows attributes of Unix by half. */
    private void open() throws IOException {
        for (Path parent = cache.getParent(); parent != null; parent = parent.getParent()) {
            AccessList.of(parent, ADA).requireLasting();
        }
        AccessList.of(cache, ADA).requirePrivate();
    }

    private void list(Path folder, String owner, List<AclEntry> entries, AclEntry... more) throws IOException {
        AclFileAttributeView view = Files.getFileAttributeView(folder, AclFileAttributeView.class);
        List<AclEntry> all = new ArrayList<>(entries);
        all.addAll(Arrays.asList(more));
        view.setAcl(all);
        view.setOwner(principal(owner));
    }

    private void list(Path folder, String owner, AclEntry... entries) throws IOException {
        list(folder, owner, List.of(), entries);
    }

    private AclEntry all(String principal) throws IOException {
        return builder(principal, EVERYTHING).build();
    }

    private AclEntry entry(String principal, AclEntryPermission... permissions) throws IOException {
        return builder(principal, Set.of(permissions)).build();
    }

    private AclEntry reading() throws IOException {
        return entry("Benutzer", READ_DATA);
    }

    private AclEntry inherited(String principal, Set<AclEntryPermission> permissions) throws IOException {
        return builder(principal, permissions)
                .setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.INHERIT_ONLY)
                .build();
    }

    private AclEntry typed(AclEntryType type) throws IOException {
        return builder(EVERYBODY, EVERYTHING).setType(type).build();
    }

    private AclEntry.Builder builder(String principal, Set<AclEntryPermission> permissions) throws IOException {
        return AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(principal(principal))
                .setPermissions(permissions);
    }

    private UserPrincipal principal(String name) throws IOException {
        return system.getUserPrincipalLookupService().lookupPrincipalByName(name);
    }
}
