package io.github.cffi4j.compiler.fetch;

import io.github.cffi4j.compiler.fetch.UnifiedDiff.FileChange;
import io.github.cffi4j.compiler.fetch.UnifiedDiff.Hunk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Changes unpacked sources as patches say. Strict: a hunk applies where its old lines are, each byte of them, and nowhere else. It
 * may have moved within the file, since patches are written for versions that differ a little.
 */
final class PatchedTree {
    private final Path root;
    private final UnpackedTree paths;

    /**
     * @param root the folder of the sources, which the paths of patches start at
     */
    PatchedTree(Path root) {
        this.root = root;
        this.paths = new UnpackedTree(root, 0);
    }

    /**
     * Applies a patch.
     *
     * @throws FetchException if it does not apply; the sources are of no use then
     */
    void apply(SourcePatch patch) throws IOException {
        for (FileChange change : UnifiedDiff.parse(patch).files()) {
            apply(patch, change);
        }
    }

    private void apply(SourcePatch patch, FileChange change) throws IOException {
        String name = change.before()
                .or(change::after)
                .orElseThrow(() -> new FetchException("the patch " + patch.file() + " makes /dev/null of /dev/null"));
        Path file = inside(patch, name);
        if (change.before().isPresent()
                && change.after().isPresent()
                && !change.before().equals(change.after())) {
            // diff -u of two folders, or of a file and a copy of it: the file that is there is meant.
            Path after = inside(patch, change.after().get());
            file = Files.isRegularFile(after) ? after : file;
        }
        boolean there = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        if (change.before().isEmpty() && there) {
            throw new FetchException(
                    "the patch " + patch.file() + " makes " + name + ", and the sources have that file already");
        } else if (change.before().isPresent() && !there) {
            throw new FetchException(
                    "the patch " + patch.file() + " changes " + name + ", and the sources have no such file"
                            + "\n  fix: its paths start at the <directory> of the archive, behind a/ and b/; correct them, or <includes>");
        }
        List<String> lines = there ? UnifiedDiff.lines(Files.readAllBytes(file)) : List.of();
        String changed = String.join("", changed(patch, name, lines, change.hunks()));
        if (change.after().isEmpty() && changed.isEmpty()) {
            Files.delete(file);
            return;
        } else if (change.after().isEmpty()) {
            throw new FetchException(
                    "the patch " + patch.file() + " deletes " + name + ", which has more lines than the patch knows");
        }
        Files.createDirectories(file.getParent());
        Files.write(file, changed.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Returns the file, of which it is sure that it is in the sources and that no link leads out of them. */
    private Path inside(SourcePatch patch, String name) throws IOException {
        Path path;
        try {
            path = paths.inside(name);
        } catch (FetchException e) {
            throw new FetchException(
                    "the patch " + patch.file() + " names '" + name + "', which is not in the sources", e);
        }
        for (Path parent = path; parent != null; parent = parent.getParent()) {
            if (Files.isSymbolicLink(root.resolve(parent))) {
                throw new FetchException(
                        "the patch " + patch.file() + " names '" + name + "', and " + parent + " is a link");
            }
        }
        return root.resolve(path);
    }

    private static List<String> changed(SourcePatch patch, String name, List<String> lines, List<Hunk> hunks)
            throws FetchException {
        List<String> result = new ArrayList<>();
        int done = 0;
        int moved = 0;
        for (Hunk hunk : hunks) {
            // Of a hunk without old lines, the number is that of the line before it.
            int said = hunk.before().isEmpty() ? hunk.start() : hunk.start() - 1;
            int at = place(lines, hunk.before(), done, said + moved);
            if (at < 0) {
                throw doesNotApply(patch, name, lines, hunk, Math.max(0, said + moved));
            }
            moved = at - said;
            result.addAll(lines.subList(done, at));
            result.addAll(hunk.after());
            done = at + hunk.before().size();
        }
        result.addAll(lines.subList(done, lines.size()));
        return result;
    }

    /** Returns where lines are in a file, as near as possible to where they should be; a negative number if they are not there. */
    private static int place(List<String> lines, List<String> wanted, int first, int expected) {
        int last = lines.size() - wanted.size();
        if (wanted.isEmpty()) {
            return expected >= first && expected <= last ? expected : -1;
        }
        for (int distance = 0; distance <= lines.size(); distance++) {
            for (int at : new int[] {expected - distance, expected + distance}) {
                if (at >= first
                        && at <= last
                        && lines.subList(at, at + wanted.size()).equals(wanted)) {
                    return at;
                }
            }
        }
        return -1;
    }

    /** Names the first line that differs at the place which the patch says, since that is what people look at. */
    private static FetchException doesNotApply(
            SourcePatch patch, String name, List<String> lines, Hunk hunk, int expected) {
        int differs = 0;
        while (differs < hunk.before().size()
                && expected + differs < lines.size()
                && lines.get(expected + differs).equals(hunk.before().get(differs))) {
            differs++;
        }
        String wanted = differs < hunk.before().size() ? hunk.before().get(differs) : "";
        String found = expected + differs < lines.size() ? lines.get(expected + differs) : "";
        String ends = withoutReturn(wanted).equals(withoutReturn(found)) && !wanted.equals(found)
                ? "\n  The lines end in different ways: one has a carriage return or no line end, the other not."
                : "";
        return new FetchException(
                patch.file() + ":" + hunk.line() + ": the hunk does not apply"
                        + "\n  " + name + ":" + (expected + differs + 1) + " should be: " + shown(wanted)
                        + "\n  " + name + ":" + (expected + differs + 1) + " is:        "
                        + (expected + differs < lines.size() ? shown(found) : "the end of the file") + ends
                        + "\n  the hunk:\n"
                        + hunk.before().stream()
                                .map(line -> "    " + shown(line))
                                .collect(Collectors.joining("\n"))
                        + "\n  fix: make the patch again for this version of the sources, without the parts that they already have");
    }

    private static String shown(String line) {
        return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).stripTrailing();
    }

    private static String withoutReturn(String line) {
        return line.replace("\r", "").replace("\n", "");
    }
}
