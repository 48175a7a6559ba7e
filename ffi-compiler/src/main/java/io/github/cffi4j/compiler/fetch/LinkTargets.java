package io.github.cffi4j.compiler.fetch;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where symbolic links will lead that are not made yet.
 *
 * @param root the folder they may not leave; there is no link in it
 * @param links the target of each, by its path
 */
record LinkTargets(Path root, Map<Path, String> links) {
    /** As many as Linux follows for one path. */
    private static final int MOST_FOLLOWED = 40;

    /**
     * @throws FetchException if a link would lead out of the folder on its way, or to nothing: that could lead outside later
     */
    void require(Path link) throws FetchException {
        if (resolve(link, new int[] {MOST_FOLLOWED}) == null) {
            throw new FetchException("link that leads nowhere or out of the folder: '" + root.relativize(link)
                    + "' -> '" + links.get(link) + "'; the archive is not used");
        }
    }

    /** Returns the target of a link, or null. Each link on the way reduces the number of links that may still follow. */
    private Path resolve(Path link, int[] left) {
        if (left[0]-- == 0) {
            return null;
        }
        Path target;
        try {
            target = Path.of(links.get(link));
        } catch (InvalidPathException e) {
            return null;
        }
        if (target.isAbsolute() || target.getRoot() != null) {
            return null;
        }
        Path here = link.getParent();
        for (Path part : target) {
            here = step(here, part, left);
            if (here == null) {
                return null;
            }
        }
        return here;
    }

    private Path step(Path here, Path part, int[] left) {
        String name = part.toString();
        if (name.equals("..")) {
            return here.equals(root) ? null : here.getParent();
        } else if (name.isEmpty() || name.equals(".")) {
            return here;
        }
        Path next = here.resolve(part);
        if (links.containsKey(next)) {
            return resolve(next, left);
        }
        return Files.exists(next, LinkOption.NOFOLLOW_LINKS) ? next : null;
    }
}
