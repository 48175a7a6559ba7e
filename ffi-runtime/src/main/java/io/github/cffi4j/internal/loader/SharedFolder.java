package io.github.cffi4j.internal.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;

/** Questions about folders whose permissions alone do not tell who can write to them. Most starts never ask. */
final class SharedFolder {
    private static final int ROOTS_GROUP = 0;
    private static final String EVERY_USER = "0 0 4294967295";

    private SharedFolder() {}

    /**
     * Whether a number stands for users outside of this process's user namespace, as in a container without root. There
     * Linux shows it for root's folders too, such as {@code /}. Outside of such a namespace it is a user like any other.
     */
    static boolean isUnmapped(int number) {
        if (number != CurrentUser.NOBODY) {
            return false;
        }
        try {
            String map = Files.readString(Path.of("/proc/self/uid_map"));
            return !map.strip().replaceAll("\\s+", " ").equals(EVERY_USER);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Requires that the group of a folder that the group can write to is root's, or the owner's own, which distributions
     * name like its user.
     *
     * @throws IOException if it may have other members
     */
    static void requirePrivateGroup(Path folder) throws IOException {
        int number = (int) Files.getAttribute(folder, "unix:gid", LinkOption.NOFOLLOW_LINKS);
        if (number == ROOTS_GROUP || isUnmapped(number)) {
            return;
        }
        PosixFileAttributes attributes =
                Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        String group = attributes.group().getName();
        if (!group.equals(attributes.owner().getName())) {
            throw new IOException(
                    "the members of group '" + group + "' can write to " + folder + " and so replace what is in it");
        }
    }
}
