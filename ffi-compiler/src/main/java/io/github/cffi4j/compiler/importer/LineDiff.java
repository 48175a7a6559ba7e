package io.github.cffi4j.compiler.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows how two texts differ, line by line. */
final class LineDiff {
    private static final int CONTEXT = 2;
    /** Beyond so many differing lines the longest common part is not looked for: it takes their product in time. */
    private static final int MAX_CELLS = 4_000_000;

    private LineDiff() {}

    /** The lines that differ, each with {@code -} or {@code +}, and some around them; empty if none do. */
    static String of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int start = 0;
        while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < old.size() - start
                && end < now.size() - start
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        List<String> edits = edits(old.subList(start, old.size() - end), now.subList(start, now.size() - end));
        if (edits.isEmpty()) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        old.subList(Math.max(0, start - CONTEXT), start).forEach(line -> lines.add(" " + line));
        lines.addAll(edits);
        old.subList(old.size() - end, Math.min(old.size(), old.size() - end + CONTEXT))
                .forEach(line -> lines.add(" " + line));
        return "@@ line " + (Math.max(0, start - CONTEXT) + 1) + " @@\n" + String.join("\n", shortened(lines)) + "\n";
    }

    /** Long runs of equal lines inside are of no interest. */
    private static List<String> shortened(List<String> lines) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean near = false;
            for (int j = Math.max(0, i - CONTEXT); j <= Math.min(lines.size() - 1, i + CONTEXT); j++) {
                near |= !lines.get(j).startsWith(" ");
            }
            if (near) {
                shown.add(lines.get(i));
            } else if (!shown.isEmpty() && !shown.get(shown.size() - 1).equals("...")) {
                shown.add("...");
            }
        }
        return shown;
    }

    private static List<String> edits(List<String> old, List<String> now) {
        List<String> edits = new ArrayList<>();
        if ((long) old.size() * now.size() > MAX_CELLS) {
            return coarse(old, now);
        }
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                edits.add(" " + old.get(i++));
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                edits.add("-" + old.get(i++));
            } else {
                edits.add("+" + now.get(j++));
            }
        }
        return edits;
    }

    /** Lines that only one has, in their order. */
    private static List<String> coarse(List<String> old, List<String> now) {
        Map<String, Integer> counts = new HashMap<>();
        old.forEach(line -> counts.merge(line, 1, Integer::sum));
        List<String> added = new ArrayList<>();
        for (String line : now) {
            if (counts.merge(line, -1, Integer::sum) < 0) {
                added.add("+" + line);
            }
        }
        List<String> edits = new ArrayList<>();
        for (String line : old) {
            if (counts.getOrDefault(line, 0) > 0) {
                counts.merge(line, -1, Integer::sum);
                edits.add("-" + line);
            }
        }
        edits.addAll(added);
        return edits;
    }
}
