package io.github.cffi4j.dynamic;

import java.util.Collection;

/** Proposes a name for a mistyped one. */
final class NearestName {
    private static final int MAX_LISTED = 8;

    private NearestName() {}

    /** Returns the end of a message: the nearest name, or all names if there are few; otherwise nothing. */
    static String hint(String name, Collection<String> known) {
        String nearest = null;
        int least = name.length() <= 3 ? 2 : 3;
        for (String candidate : known) {
            if (Math.abs(candidate.length() - name.length()) < least) {
                int distance = distance(name, candidate);
                if (distance < least) {
                    least = distance;
                    nearest = candidate;
                }
            }
        }
        if (nearest != null) {
            return "; did you mean '" + nearest + "'?";
        }
        return known.isEmpty() || known.size() > MAX_LISTED ? "" : "; there is " + String.join(", ", known);
    }

    /** Returns how many letters must be put in, taken out or changed to make one name of another (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
