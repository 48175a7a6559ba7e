package io.github.cffi4j.compiler.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of a patch: the changes of each file. Understands what {@code diff -u} and {@code git diff} write for text. Lines are
 * sequences of bytes, one {@code char} each, with their line end.
 *
 * @param files in the order of the patch
 */
record UnifiedDiff(List<FileChange> files) {
    private static final String NO_FILE = "/dev/null";
    private static final Pattern HUNK =
            Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@.*", Pattern.DOTALL);

    /** What git writes for changes that are not of lines. */
    private static final Pattern NOT_TEXT = Pattern.compile(
            "(GIT binary patch|Binary files |rename from |copy from |old mode |new file mode 120000).*",
            Pattern.DOTALL);

    UnifiedDiff {
        files = List.copyOf(files);
    }

    /**
     * The changes of one file.
     *
     * @param before its path; empty if the patch makes it
     * @param after its path; empty if the patch deletes it
     */
    record FileChange(Optional<String> before, Optional<String> after, List<Hunk> hunks) {
        FileChange {
            hunks = List.copyOf(hunks);
        }
    }

    /**
     * Some lines, one after the other, and what becomes of them.
     *
     * @param line the line of the patch at which it begins, from 1
     * @param start the first line in the file, from 1; 0 in an empty file
     */
    record Hunk(int line, int start, List<String> before, List<String> after) {
        Hunk {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * Reads a patch.
     *
     * @throws FetchException if it is none, or changes more than lines of text
     */
    static UnifiedDiff parse(SourcePatch patch) throws FetchException {
        return new Reader(patch).read();
    }

    /** Splits a text behind each line feed. */
    static List<String> lines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    /** Reads the lines of a patch, one after the other. */
    private static final class Reader {
        private final SourcePatch patch;
        private final List<String> lines;
        private int at;

        Reader(SourcePatch patch) {
            this.patch = patch;
            this.lines = lines(patch.bytes());
        }

        UnifiedDiff read() throws FetchException {
            List<FileChange> files = new ArrayList<>();
            int known = 0;
            boolean begun = false;
            while (at < lines.size()) {
                String line = lines.get(at);
                if (line.startsWith("diff --git ")) {
                    if (begun && files.size() == known) {
                        throw wrong("the file before changes in no line: a patch cannot make or delete an empty file");
                    }
                    begun = true;
                    known = files.size();
                    at++;
                } else if (NOT_TEXT.matcher(line).matches()) {
                    throw wrong("'" + line.strip()
                            + "': a patch can change, make and delete files of text, and nothing else");
                } else if (line.startsWith("--- ")
                        && at + 1 < lines.size()
                        && lines.get(at + 1).startsWith("+++ ")) {
                    files.add(file());
                } else if (line.startsWith("@@ -")) {
                    throw wrong("a hunk without the lines '--- file' and '+++ file' before it");
                } else {
                    at++;
                }
            }
            if (begun && files.size() == known) {
                throw wrong("the file before changes in no line: a patch cannot make or delete an empty file");
            }
            if (files.isEmpty()) {
                throw new FetchException(
                        "the patch " + patch.file() + " has no lines '--- file' and '+++ file': it is not a"
                                + " unified diff\n  fix: make it by git diff, or by diff -u");
            }
            return new UnifiedDiff(files);
        }

        private FileChange file() throws FetchException {
            String before = path(lines.get(at));
            String after = path(lines.get(at + 1));
            at += 2;
            List<Hunk> hunks = new ArrayList<>();
            while (at < lines.size() && lines.get(at).startsWith("@@ ")) {
                hunks.add(hunk());
            }
            if (hunks.isEmpty()) {
                throw wrong("no hunk, which begins with '@@ -', for " + after);
            }
            boolean prefixed = (before.equals(NO_FILE) || before.startsWith("a/"))
                    && (after.equals(NO_FILE) || after.startsWith("b/"));
            return new FileChange(named(before, prefixed), named(after, prefixed), hunks);
        }

        /** diff writes a tab and the time behind the path. */
        private static String path(String line) {
            return line.substring(4).split("\t", 2)[0].strip();
        }

        private static Optional<String> named(String path, boolean prefixed) {
            return path.equals(NO_FILE) ? Optional.empty() : Optional.of(prefixed ? path.substring(2) : path);
        }

        private Hunk hunk() throws FetchException {
            Matcher header = HUNK.matcher(lines.get(at));
            if (!header.matches()) {
                throw wrong("not the start of a hunk: '" + lines.get(at).strip() + "'");
            }
            int begun = ++at;
            int removed = count(header.group(2));
            int added = count(header.group(4));
            List<String> before = new ArrayList<>();
            List<String> after = new ArrayList<>();
            while (before.size() < removed || after.size() < added) {
                String line = at < lines.size() ? lines.get(at) : "end of the patch";
                // Editors remove the blank of an empty line.
                char kind = line.equals("\n") || line.equals("\r\n") ? ' ' : line.charAt(0);
                String text = kind == line.charAt(0) ? line.substring(1) : line;
                if (kind != ' ' && kind != '-' && kind != '+') {
                    throw wrong("the hunk of line " + begun + " ends too early, behind " + before.size() + " of "
                            + removed + " old and " + after.size() + " of " + added + " new lines");
                }
                at++;
                if (at < lines.size() && lines.get(at).startsWith("\\ ")) {
                    // No newline at the end of the file.
                    at++;
                    text = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
                }
                if (kind != '+') {
                    before.add(text);
                }
                if (kind != '-') {
                    after.add(text);
                }
            }
            if (before.size() > removed || after.size() > added) {
                throw wrong("the hunk of line " + begun + " has more lines than it says");
            }
            return new Hunk(begun, Integer.parseInt(header.group(1)), before, after);
        }

        private static int count(String digits) {
            return digits == null ? 1 : Integer.parseInt(digits);
        }

        private FetchException wrong(String why) {
            return new FetchException(patch.file() + ":" + (at + 1) + ": " + why);
        }
    }
}
